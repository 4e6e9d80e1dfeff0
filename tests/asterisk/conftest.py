"""What the tests on real Asterisk stand on. They run within the compose network: ``make harness``."""

from __future__ import annotations

import asyncio
import inspect
import os
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import pytest

from ivr import wiring
from ivr.company.loader import load
from ivr.phrases.compose import all_fixed
from ivr.records.engine import open_engine
from ivr.records.history import History
from ivr.speech.prompts import PromptCache
from tests.asterisk.calling import Books
from tests.asterisk.containers import Asterisk, Service
from tests.asterisk.hearing import Prompt
from tests.asterisk.phone import Behaviour, Phone, only_ring
from tests.asterisk.talk import Talk, Voice, fresh_number

HERE = "IVR_TEST_PROJECT"  # set by docker/compose.test.yaml
HOW = "This needs the containers of docker/compose.test.yaml: run make harness."
CALL = 15.0  # seconds a test with a call takes
LONGEST, PATIENCE = 150.0, 4.0  # seconds a test may take; and how many times as long as it says, at most
COMPANY, SUPPORT, COURIER = "+37167000100", "+37167000101", "+37167000102"


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--share FOLDER``: several exchanges that are called at once hold each test once between them."""
    parser.addoption(
        "--share", metavar="FOLDER", help="leave out what others have begun who share this folder"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without the containers, what needs them is skipped, and says how to run it."""
    if HERE not in os.environ:
        for item in items:
            if item.get_closest_marker("asterisk"):
                item.add_marker(pytest.mark.skip(reason=HOW))


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool | None:
    """Where tests are shared, whoever has nothing to do takes the next; the longest first."""
    folder = session.config.getoption("share", None)
    if folder is None or session.testsfailed:  # what cannot be collected is told as ever
        return None
    for group in _longest_first(session.items):
        if _is_ours(group, Path(folder)):
            _run(session, group)
    return True


def _longest_first(items: list[pytest.Item]) -> list[list[pytest.Item]]:
    groups: dict[str, list[pytest.Item]] = {}
    for item in items:
        groups.setdefault(_group(item), []).append(item)
    return sorted(groups.values(), key=lambda group: sum(map(_seconds, group)), reverse=True)


def _group(item: pytest.Item) -> str:
    """What it is run with, one after another: what takes long to make for all of them is made once."""
    return str(item.path) if item.get_closest_marker("together") else item.nodeid


def _is_ours(group: list[pytest.Item], folder: Path) -> bool:
    name = sha256(_group(group[0]).encode()).hexdigest()
    try:
        (folder / name).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _run(session: pytest.Session, group: list[pytest.Item]) -> None:
    # After the last of a group only what is made once for all tests stays: nobody knows what comes next.
    for item, following in zip(group, [*group[1:], session], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


def _seconds(item: pytest.Item) -> float:
    """About how long a test takes."""
    long = item.get_closest_marker("long")
    return long.args[0] if long else CALL if item.get_closest_marker("asterisk") else 1.0


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """A test that is a coroutine runs in an event loop of its own."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = inspect.signature(pyfuncitem.obj).parameters
    given = {name: pyfuncitem.funcargs[name] for name in names}
    longest = max(LONGEST, PATIENCE * _seconds(pyfuncitem))
    asyncio.run(asyncio.wait_for(pyfuncitem.obj(**given), longest))
    return True


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """A failure shows the calls on record and what the containers said meanwhile."""
    outcome = yield
    report = outcome.get_result()
    exchange = getattr(item, "funcargs", {}).get("exchange")
    if report.failed and exchange:
        report.sections += exchange.sections()


@dataclass
class Exchange:
    """The telephone exchange with the bot behind it, as a test uses it."""

    asterisk: Asterisk
    service: Service
    voice: Voice
    history: History
    password: str
    known: tuple[Prompt, ...]  # what may be heard
    talks: list[Talk] = field(default_factory=list)
    began: float = field(default_factory=time.time)

    def caller(self) -> Phone:
        """A telephone outside, from which any number can be shown."""
        return Phone("asterisk", "test-caller", self.password, known=self.known)

    @asynccontextmanager
    async def extension(self, name: str, behaviour: Behaviour = only_ring) -> AsyncIterator[Phone]:
        """A telephone of the company, registered as long as it is used."""
        async with Phone("asterisk", name, self.password, known=self.known) as phone:
            phone.behaviour = behaviour
            await phone.register()
            try:
                yield phone
            finally:
                await phone.register(0)

    async def ring(self, phone: Phone, called: str = COMPANY) -> Talk:
        """Call the bot from a number of one's own."""
        caller = fresh_number()
        call = await phone.dial(called, caller)
        self.talks.append(Talk(call, caller, self.voice, self.history))
        return self.talks[-1]

    async def idle(self, within: float = 6.0) -> None:
        """Nothing is left of any call: no channel, no thread. Raises AssertionError."""
        until = time.monotonic() + within
        while (left := self._left()) and time.monotonic() < until:
            await asyncio.sleep(0.2)
        assert not left, left

    def _left(self) -> str:
        channels, connections = self.asterisk.channels(), self.service.connections()
        return f"Left: {channels}, {connections} FastAGI connections" if channels or connections else ""

    def sections(self) -> list[tuple[str, str]]:
        """What helps to understand a failure."""
        stories = "\n\n".join(talk.story() for talk in self.talks)
        logs = [(f"log of {it.service}", it.log(80, self.began)) for it in (self.service, self.asterisk)]
        return [("calls", stories), *logs]


@pytest.fixture(scope="session")
def asterisk_and_service() -> tuple[Asterisk, Service]:
    """The containers."""
    import docker  # noqa: PLC0415 - the harness alone has it to do with containers

    client = docker.from_env()
    return Asterisk(client), Service(client)


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> PromptCache:
    """What the harness itself renders, once for all that it is called for."""
    folder = os.environ.get("IVR_TEST_RENDERED") or tmp_path_factory.mktemp("prompts")
    return wiring.prompt_cache(Path(folder))


@pytest.fixture(scope="session")
def voice(rendered: PromptCache) -> Voice:
    """How the company of the tests sounds."""
    return Voice(load(Path(os.environ["IVR_COMPANY"])).company, rendered)


@pytest.fixture(scope="session")
def known(voice: Voice) -> tuple[Prompt, ...]:
    """Every sentence that is known beforehand, to tell what was heard instead of the expected."""
    return tuple(voice.prompt(sentence) for sentence in all_fixed(voice.company))


@pytest.fixture(scope="session")
def history() -> Iterator[History]:
    """The records of the service, read where it writes them."""
    engine = open_engine(os.environ["IVR_DATABASE_URL"], make=False)
    yield History(engine)
    engine.dispose()


@pytest.fixture
def books() -> Iterator[Books]:
    """The same of the company's own calls, to write and to read."""
    engine = open_engine(os.environ["IVR_DATABASE_URL"], make=False)
    yield Books(engine)
    engine.dispose()


@pytest.fixture
def exchange(
    asterisk_and_service: tuple[Asterisk, Service],
    voice: Voice,
    history: History,
    known: tuple[Prompt, ...],
    request: pytest.FixtureRequest,
) -> Exchange:
    """The exchange, idle and healthy; the calls of a test that failed are no fault of the next."""
    asterisk, service = asterisk_and_service
    service.start()
    if request.session.testsfailed:
        asterisk.cli("channel request hangup all")
    made = Exchange(asterisk, service, voice, history, os.environ["IVR_PHONE_PASSWORD"], known)
    asyncio.run(made.idle())
    return made
