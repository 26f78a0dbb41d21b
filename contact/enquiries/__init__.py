"""What people ask of the practice: from the form to the inbox, sealed in between."""
