"""Caddy and nginx with the configuration that the project writes, on this machine: do they answer as they should, and how fast?"""
