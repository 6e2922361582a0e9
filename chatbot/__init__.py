"""A Telegram chatbot for a small software shop that lives on trust."""
