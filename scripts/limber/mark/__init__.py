"""The mark of a site: read from a drawing or made of letters, and drawn as an icon."""
