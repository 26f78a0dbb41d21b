"""What gunicorn is told beyond its settings: how it writes, answers and logs."""
