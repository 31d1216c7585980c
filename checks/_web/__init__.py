"""Looking at web pages: engines, walks, and what the files alone tell."""
