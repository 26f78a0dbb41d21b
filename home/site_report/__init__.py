"""What of the whole site would puzzle a visitor or a search engine."""
