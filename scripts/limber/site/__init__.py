"""The pages of a site: components, redirects, the shell around pages, files that links bring."""
