"""Records of all blocks become events, transactions and sessions."""
