"""What is verified and changed at a target before a replay, and put back after it."""
