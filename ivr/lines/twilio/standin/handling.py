"""Whom Twilio asks and tells about a call."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Handling:
    """Which documents a call performs, and who is told how it goes on."""

    url: str  # the first document; empty for whoever is dialled without <Number url>
    method: str = "POST"
    fallback_url: str = ""
    fallback_method: str = "POST"
    status_callback: str = ""
    status_callback_method: str = "POST"
    status_callback_event: tuple[str, ...] = ("completed",)  # initiated, ringing, answered, completed
    async_amd_status_callback: str = ""
    timeout: int = 60  # seconds it rings
