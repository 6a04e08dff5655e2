"""Makes a copy of Limber a coach's own: asks whose site it is, and leaves data to begin with."""
