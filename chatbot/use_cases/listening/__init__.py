"""The client tells: first words, the conversation, questions and their buttons."""
