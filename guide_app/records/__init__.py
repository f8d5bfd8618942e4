"""The reader's bookmarks and answers: `store.Records`."""
