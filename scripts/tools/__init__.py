"""Tools for maintainers: measurements, mutation tests, audits, and files that are generated and committed."""
