"""Widgets. They show the session and send intentions back; they own no truth and never reach torch."""
