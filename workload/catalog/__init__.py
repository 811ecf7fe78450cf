"""What a server's catalog adds to SQL texts: what names mean, and what using them does."""
