"""What a visitor and an editor see, in a real Chromium on the served demo practice."""
