"""What a replay would do, and how much one worker can send here."""
