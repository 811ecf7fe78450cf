"""Worker processes: started, watched and stopped together."""
