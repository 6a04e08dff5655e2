"""What maintainers use: measurements, mutants, audits, and files that are generated and committed."""
