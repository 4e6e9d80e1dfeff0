"""One line that tells what a good campaign file holds."""

from __future__ import annotations

from ivr.company.campaign import Campaign
from ivr.company.campaign_checks import estimated
from ivr.company.campaign_file import CampaignFile
from ivr.company.models import Company, Voice


def summary(file: CampaignFile, company: Company) -> str:
    """What ``file`` holds, and what its purpose asks of the contact list."""
    campaign = file.campaign
    consent = (
        " Only contacts with a consent on record are called." if campaign.purpose == "commercial" else ""
    )
    return (
        f"{file.path} is good: {campaign.name.into(company.default_language)} ({campaign.purpose}), "
        f"{_asks(campaign)}, the matter takes about {matter_seconds(campaign, company):.0f} s, "
        f"calls from {campaign.caller_id} on the line {campaign.line}.{consent}"
    )


def matter_seconds(campaign: Campaign, company: Company) -> float:
    """About how long the matter takes in the language in which it is longest."""
    voices = {language: company.voices.get(language, Voice()) for language in company.languages}
    return max(estimated(campaign.matter.into(lang), lang, voice) for lang, voice in voices.items())


def _asks(campaign: Campaign) -> str:
    count = len(campaign.questions)
    questions = "1 question" if count == 1 else f"{count or 'no'} questions"
    return f"{questions} and a proposal" if campaign.proposal else f"{questions}, no proposal"
