"""The hot loop: sessions send their statements at their times, and outcomes are recorded."""
