"""English: text before scores. From blocks to sentences to words, and what is known of each."""
