"""The demo's application: a video-sharing service, its data and its traffic, both from a seed."""
