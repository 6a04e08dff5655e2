"""Makes a built site ready to be sent: assets, policy, headers for hosts, offline use, PDFs."""
