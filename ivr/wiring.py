"""The only place that builds real objects out of settings."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from threading import Event
from time import monotonic
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import Engine

from ivr import vectors as sentence_vectors
from ivr.calls.auditing import Auditor
from ivr.calls.desk import Desk
from ivr.calls.learnt import KeptVectors, Learnt
from ivr.calls.ports import Hearing
from ivr.calls.proofs import Proofs
from ivr.calls.prover import Prover
from ivr.calls.spool import unwritable
from ivr.calls.standards import FileStandards
from ivr.clock import Clock, utc_now
from ivr.company.campaign import Campaign
from ivr.company.campaign_file import CampaignFile, campaign_paths, parse_campaign
from ivr.company.keeping import Keeping
from ivr.company.loader import CompanyFile, first_valid, parse
from ivr.company.models import Company
from ivr.dialer.dispatch import Dispatcher, Together
from ivr.dialer.kit import Kit
from ivr.dialer.ports import CampaignRun
from ivr.dialer.served import ASTERISK, TWILIO, lines
from ivr.dialer.sharing import ON_TWILIO
from ivr.errors import FileProblems, OperatorError
from ivr.etiquette.politeness import load_courteous, load_courteous_campaign
from ivr.evidence.signing import read_key
from ivr.lines.asterisk.originate import AsteriskOriginator
from ivr.lines.asterisk.peers import peers
from ivr.lines.asterisk.server import AgiServer
from ivr.lines.listening import listening
from ivr.log import logger
from ivr.phrases.campaign import campaign_fixed
from ivr.phrases.compose import all_fixed
from ivr.phrases.fallback import fallback_prompts
from ivr.records.audits import SqlAudits
from ivr.records.dialer import SqlDialer
from ivr.records.engine import is_file, open_engine
from ivr.records.history import History
from ivr.records.incidents import Incidents
from ivr.records.ledger import SqlLedger
from ivr.records.migrate import upgrade
from ivr.records.purging import Purge
from ivr.records.recordings import SqlKeptRecordings
from ivr.records.store import SqlRecords
from ivr.service import Line, Service, stamp
from ivr.settings import Settings, VectorsFrom, from_environment
from ivr.speech.espeak import Espeak
from ivr.speech.prompts import PromptCache
from ivr.understanding.civility import prepare as learn_threats
from ivr.understanding.intent import prepare as learn_intents
from ivr.understanding.optout import prepare as learn_opt_outs
from ivr.understanding.patterns import prepare as compile_patterns
from ivr.understanding.recall import Recall, anew
from ivr.understanding.routing.features import Embed
from ivr.understanding.times import prepare as learn_times
from ivr.vectors import SentenceVectors

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from ivr.lines.twilio.line import TwilioLine
    from ivr.lines.twilio.originate import TwilioOriginator
    from ivr.lines.twilio.recordings import RecordingFetcher
    from ivr.speech.aeap.server import AeapServer

PRUNE_AFTER_DAYS = 30
Progress = Callable[[int, int], None]  # prompts done, prompts in all


def settings() -> Settings:
    """Settings of this process. Raises OperatorError naming the variable to cure."""
    return from_environment(os.environ)


def records(database_url: str, node: str = "main") -> SqlRecords:
    """The records, migrated to the present schema."""
    engine = open_engine(database_url)
    upgrade(engine)
    return SqlRecords(engine, node=node)


def incident_key(given: Settings) -> Ed25519PrivateKey:
    """The key that signs bundles. Raises OperatorError where there is none, or it cannot be read."""
    if given.incident_key is not None:
        return read_key(given.incident_key, "IVR_INCIDENT_KEY")
    file = given.incident_key_file
    try:
        return read_key(file.read_text(encoding="utf-8"), str(file))
    except OSError as error:
        raise OperatorError(
            f"The key that signs bundles cannot be read: {file} ({error.strerror}). Make one with "
            "ivr incident key, or name yours in IVR_INCIDENT_KEY_FILE."
        ) from error


def desk(
    store: SqlRecords, file: CompanyFile, clock: Clock = utc_now, lines: frozenset[str] = ASTERISK | TWILIO
) -> tuple[Desk, FileStandards]:
    """A desk that answers with ``file``, and the standards by which the file can be replaced.

    Args:
        lines: on which calls are made; where that of the company's callbacks is none of them, callers are
            promised none.
    """
    standards = FileStandards(store, file)

    def calls() -> bool:
        return standards.current()[1].callbacks.line in lines

    return Desk(store, standards, clock, SqlLedger(store.engine, calls)), standards


def prompt_cache(folder: Path) -> PromptCache:
    """Prompts under ``folder``, with every engine there is."""
    return PromptCache(folder, {"espeak": Espeak()})


def service(given: Settings, progress: Progress | None = None) -> Service:
    """Everything that ``ivr serve`` runs, its prompts rendered.

    Raises:
        FileProblems: the company file is faulty.
        NotProvedError: its calls break what no company can switch off.
        OperatorError: a setting, the database or a folder is; the message says which.
        SpeechError: the prompts cannot be written.
    """
    began, seen, stop = utc_now(), stamp(given.company), Event()
    file, proving = load_courteous(given.company), prover(given, stop)
    prove(given, proving, file, urgent=True)
    prompts = prompt_cache(given.prompts)
    recall = Learnt(given.learnt)
    known = vectors(given.vectors, recall)
    prepare(prompts, file, known, recall, progress)
    store = records(given.database_url, given.node)
    answering, standards = desk(store, file, lines=lines(given))
    hearing, hears = hearing_line(given)
    allowed = peers(given.agi_peers)
    answers = AgiServer(answering, prompts, given.agi_bind, allowed, given.spool, hearing)
    ours = our_calls(given)
    webhooks = twilio(given, answering, prompts, file, ours)
    calls = dispatchers(given, store, standards, prompts, ours, run_prover(proving, store, standards))
    server, fetching = webhooks.server if webhooks else None, recordings(given, store)
    audits = auditor(store, standards)
    served: tuple[Line | None, ...] = (hears, answers, server, fetching, audits, calls)
    return Service(
        given.company,
        tuple(line for line in served if line),
        standards,
        load_courteous,
        lambda new: prove(given, proving, new),
        lambda new: prepare_for(prompts, webhooks, new, known, recall),
        lambda: settle(store, began, utc_now()),
        Tidying(prompts, store, given.spool, lambda: standards.current()[1].keeping),
        seen,
        stop,
    )


def prover(given: Settings, stop: Event) -> Prover:
    """Who sees to it that no call is held which is not proved; a proof under way is given up at ``stop``."""
    return Prover(Proofs(given.proofs), stop)


def prove(given: Settings, proving: Prover, file: CompanyFile, *, urgent: bool = False) -> None:
    """Return when calls may be held by a company file, the campaigns beside it being proved with it.

    A campaign that is faulty or not proved is logged: it does not call. ``urgent``: callers wait for it.
    Raises NotProvedError.
    """
    proving.company(file, _good_campaigns(given, file.company), urgent=urgent)


def _good_campaigns(given: Settings, company: Company) -> Iterator[CampaignFile]:
    for path in campaign_paths(given.campaigns):
        try:
            yield load_courteous_campaign(path, company)
        except FileProblems as error:
            problems = str(error).splitlines()
            logger().error("campaign_file_refused", campaign=path.stem, problems=problems)


def run_prover(proving: Prover, store: SqlRecords, standards: FileStandards) -> Callable[[CampaignRun], None]:
    """What returns when a campaign may call by the company file in force; raises NotProvedError."""

    def proved(run: CampaignRun) -> None:
        file = parse(*_text(store, standards.current()[0]))
        proving.campaign(file, parse_campaign(*_text(store, run.fingerprint), file.company))

    return proved


def _text(store: SqlRecords, fingerprint: str) -> tuple[Path, str]:
    kept = store.company_text(fingerprint)
    if kept is None:
        raise OperatorError(f"The records do not hold the file {fingerprint[:12]}. Start the campaign again.")
    return Path(kept[0]), kept[1]


def our_calls(given: Settings) -> TwilioOriginator | None:
    """Who places calls through Twilio, and hears from its webhooks of them, where Twilio is used."""
    if given.twilio is None:
        return None
    # With its web server it takes 0.3 s to import, and no other command needs it.
    from ivr.lines.twilio.addresses import Addresses  # noqa: PLC0415
    from ivr.lines.twilio.originate import TwilioOriginator  # noqa: PLC0415
    from ivr.lines.twilio.rest import patient_client  # noqa: PLC0415

    return TwilioOriginator(patient_client(given.twilio), Addresses(given.twilio.public_url))


def twilio(
    given: Settings,
    answering: Desk,
    prompts: PromptCache,
    file: CompanyFile,
    ours: TwilioOriginator | None,
) -> TwilioLine | None:
    """What answers Twilio's webhooks, where Twilio is used."""
    if given.twilio is None or ours is None:
        return None
    from ivr.lines.twilio.line import twilio_line  # noqa: PLC0415 - as above
    from ivr.lines.twilio.outgoing import OutgoingPages  # noqa: PLC0415

    line = twilio_line(
        given.twilio,
        answering,
        prompts,
        ours.tell,
        lambda pages: OutgoingPages(pages, ours).table(),
        near=is_file(given.database_url),
    )
    line.speaker.prepare(file.fingerprint, file.company)
    return line


def recordings(given: Settings, store: SqlRecords) -> RecordingFetcher | None:
    """Who fetches what Twilio has recorded, where Twilio is used."""
    if given.twilio is None:
        return None
    from ivr.lines.twilio.media import TwilioMedia  # noqa: PLC0415 - as above
    from ivr.lines.twilio.recordings import RecordingFetcher  # noqa: PLC0415

    return RecordingFetcher(SqlKeptRecordings(store.engine), TwilioMedia(given.twilio), given.spool)


def auditor(store: SqlRecords, standards: FileStandards) -> Auditor:
    """Who judges calls by the norms of courtesy, once they are over."""
    return Auditor(SqlAudits(store.engine), standards, quiet=store.quiet)


def auditor_of(engine: Engine) -> Auditor:
    """The same for calls on record, without a service. Raises OperatorError where there are none."""
    kept = first_valid(History(engine).kept_files())
    if kept is None:
        raise OperatorError("No call is on record yet, so there is none to audit.")
    return auditor(store := SqlRecords(engine), FileStandards(store, kept))


def dispatchers(
    given: Settings,
    store: SqlRecords,
    standards: FileStandards,
    prompts: PromptCache,
    ours: TwilioOriginator | None,
    proved: Callable[[CampaignRun], None],
) -> Together | None:
    """Who makes the company's calls: a dispatcher for each line; None where there is no line for them."""

    def render(company: Company, campaign: Campaign) -> None:
        prompts.render_all(company, campaign_fixed(company, campaign))

    records, kits = SqlDialer(store.engine), []
    if given.ami is not None:
        asterisk = AsteriskOriginator(given.ami, given.ami_user, given.ami_password or "")
        kits.append(Kit(given.node, utc_now, records, asterisk, standards, render, prove=proved))
    if given.twilio is not None and ours is not None:
        node, pace = f"{given.node}{ON_TWILIO}", given.twilio.calls_per_second
        kits.append(
            Kit(node, utc_now, records, ours, standards, render, lines=TWILIO, per_second=pace, prove=proved)
        )
    return Together(tuple(map(Dispatcher, kits))) if kits else None


def hearing_line(given: Settings) -> tuple[Hearing | None, AeapServer | None]:
    """What hears callers of Asterisk, and the line that serves it; nothing where it is switched off."""
    if given.hearing is None:
        return None, None
    from ivr.speech.aeap.server import BACKLOG, AeapServer  # noqa: PLC0415 - 0.2 s that no other command needs
    from ivr.speech.recognition.ear import ear  # noqa: PLC0415

    ears, allowed = ear(given.hearing), peers(given.agi_peers)
    listen = partial(listening, given.hearing.bind, BACKLOG, "IVR_AEAP_BIND")
    return ears, AeapServer(ears, listen, lambda peer: allowed.allow(peer, monotonic()))


def settle(store: SqlRecords, began: datetime, now: datetime) -> None:
    """End on record the calls that an earlier process left in dialogue when it died, or whose end it missed.

    Args:
        began: when this process did.
    """
    for call_id in store.close_lost(began):
        logger().warning("call_closed_after_restart", call_id=call_id)
    _forget(store, now)


def _forget(store: SqlRecords, now: datetime) -> None:
    for call_id in store.close_forgotten(now):
        logger().warning("call_closed_unseen", call_id=call_id)


@dataclass
class Tidying:
    """Ends what nobody saw the end of and seals evidence; once a day, erases what was kept long enough."""

    prompts: PromptCache
    store: SqlRecords
    spool: Path
    keeping: Callable[[], Keeping]  # as the company file in force has it
    clock: Clock = utc_now
    purged_on: date | None = None

    def __call__(self) -> None:
        """Do what is due; called every hour. Raises RecordsUnavailableError, OperatorError."""
        try:
            self._tidy(self.clock())
        except OSError as error:  # what is not erased today is erased when that is cured
            raise unwritable(self.spool, error) from error

    def _tidy(self, now: datetime) -> None:
        _forget(self.store, now)
        Incidents(self.store.engine, self.spool, self.clock).follow_all()
        if self.purged_on != now.date():
            self._purge(now)
            self.purged_on = now.date()

    def _purge(self, now: datetime) -> None:
        """Prompts unheard for a month are times, names and numbers that were said once."""
        deleted = self.prompts.prune(PRUNE_AFTER_DAYS)
        erased = Purge(self.store.engine, self.spool, self.keeping(), now).run()
        told = {each.what: each.rows for each in erased if each.rows}
        files = sum(each.files for each in erased)
        logger().info("purged", prompts=deleted, files=files, rows=told)


def vectors(source: VectorsFrom, recall: Recall = anew) -> Mapping[str, Embed]:
    """What gives sentence vectors, by language; nothing where they are off, not installed, or damaged there.

    Raises:
        OperatorError: there is no model in a folder that is named, or its libraries are not installed.
    """
    found = _vectors(source)
    return {"en": KeptVectors(found, recall)} if found else {}


def _vectors(source: VectorsFrom) -> SentenceVectors | None:
    if isinstance(source, Path):
        return sentence_vectors.of_folder(source)
    return _installed_vectors() if source == "installed" else None


def _installed_vectors() -> SentenceVectors | None:
    try:
        return sentence_vectors.installed()
    except OperatorError as error:  # nobody asked for them: callers are understood without, too
        logger().warning("sentence_vectors_refused", why=str(error))
        return None


def of_our_model(known: Mapping[str, Embed]) -> Embed | None:
    """The vectors on which what the product itself has learnt counts."""
    embed = known.get("en")
    return embed if embed and sentence_vectors.as_expected(embed(sentence_vectors.TRIED)) else None


def prepare_for(
    prompts: PromptCache,
    webhooks: TwilioLine | None,
    file: CompanyFile,
    known: Mapping[str, Embed],
    recall: Recall,
) -> None:
    """Make ready what every line says by a company file."""
    prepare(prompts, file, known, recall)
    if webhooks:
        webhooks.speaker.prepare(file.fingerprint, file.company)


def prepare(
    prompts: PromptCache,
    file: CompanyFile,
    known: Mapping[str, Embed] = MappingProxyType({}),
    recall: Recall = anew,
    progress: Progress | None = None,
) -> None:
    """Render every fixed sentence of a company file, and what the dialplan says without us; learn intents."""
    prompts.render_all(file.company, all_fixed(file.company), progress)
    prompts.write_fallback(file.company, fallback_prompts(file.company))
    learn_intents(file.company, known, recall)
    learn_opt_outs(recall, of_our_model(known))
    learn_threats(recall)
    learn_times()  # before what it has written is compiled
    compile_patterns()
