"""What a play stands on: a private folder, a hub, a link that breaks, authorities and desks, all of them real."""

from __future__ import annotations

import json
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from desktop.cli.demo.processes import PROGRAM, Child, Json, Nursery, PlayBroken
from desktop.cli.demo.tls import Transport, make_transport
from letters.authority import Authority, make_authority

PASSPHRASE = "kata sandi sertifikat contoh"  # noqa: S105 - of certificates that live as long as one play


@dataclass(frozen=True, slots=True)
class Secrets:
    """Files with the passwords of the play, as an office would hand them to a program: never on a command line."""

    folder: Path

    def password(self, officer: str) -> Path:
        """The file with this officer's password for a desk."""
        return self._written(self.folder / f"{officer}.password", f"sampan {officer} 2026")

    def passphrase(self) -> Path:
        """The file with the passphrase of every PKCS#12 of the play."""
        return self._written(self.folder / "p12.passphrase", PASSPHRASE)

    def _written(self, path: Path, text: str) -> Path:
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(text + "\n", encoding="utf-8")
        return path


class Hub:
    """One regency's hub: its data, and its process while it runs."""

    def __init__(
        self, nursery: Nursery, folder: Path, transport: Transport, program: Sequence[str] = (*PROGRAM, "hub")
    ) -> None:
        self.nursery = nursery
        self.serving_program = program
        self.data = folder / "hub"
        self.key_file = folder / "hub.key"
        self.port = 0
        self._transport = transport
        self._process: Child | None = None

    def make(self, regency: str) -> Json:
        """Make its folder, key and database."""
        return self._command("init", "--regency", regency)

    def apply(self, document: Path) -> Json:
        """Give it offices, officers and assignments."""
        return self._command("apply", str(document))

    def enrol_code(self, office: str, officer: str) -> str:
        """A code with which this officer joins a desk of this office."""
        return str(self._command("enrol-code", "--office", office, "--officer", officer)["code"])

    def enrol_codes(self, office: str, officers: Sequence[str]) -> list[str]:
        """A code for each of these officers of one office."""
        invited = [word for officer in officers for word in ("--officer", officer)]
        return [str(each["code"]) for each in self._command("enrol-code", "--office", office, *invited)["codes"]]

    def command(self, verb: str, *words: str) -> Json:
        """Any other command of the hub's; its verb may be two words."""
        return self._command(verb, *words)

    def serve(self) -> int:
        """Start its process, on the same port as before if it ran before; the port."""
        address = ("--host", "127.0.0.1", "--port", str(self.port))
        tls = ("--tls-cert", str(self._transport.certificate), "--tls-key", str(self._transport.key))
        self._process = self.nursery.start("hub", [*self.serving_program, "serve", *self._data(), *address, *tls])
        self.port = int(self._process.hear()["port"])
        return self.port

    def kill(self) -> None:
        """As a power cut would."""
        self.program.kill()

    def stop(self) -> int:
        """As an administrator would."""
        return self.program.stop()

    @property
    def program(self) -> Child:
        """The process that serves."""
        if self._process is None:
            raise PlayBroken("the hub was never started")
        return self._process

    def _command(self, verb: str, *words: str) -> Json:
        return self.nursery.run("hub", *verb.split(), *self._data(), "--json", *words)

    def _data(self) -> tuple[str, ...]:
        return ("--data", str(self.data), "--key-file", str(self.key_file))


class Proxy:
    """The link between desks and hub, as seen by who orders its faults."""

    def __init__(self, nursery: Nursery, upstream: int, transport: Transport) -> None:
        portal = ("--tls-cert", str(transport.certificate), "--tls-key", str(transport.key))
        command = (PROGRAM[0], "-m", "desktop.cli.demo.proxy", "--upstream", str(upstream), *portal)
        self._child = nursery.start("link", command)
        self.port = int(self._child.hear()["port"])

    @property
    def url(self) -> str:
        """Where desks find the hub."""
        return f"https://127.0.0.1:{self.port}"

    def order(self, do: str, **more: float) -> Json:
        """One order; gives the counts."""
        found = self._child.ask(json.dumps({"do": do, **more}))
        if "error" in found:
            raise PlayBroken(f"the link did not understand “{do}”: {found['error']}")
        return found


@dataclass
class Desk:
    """One office computer: its profile, and the program that is open on it, if one is."""

    nursery: Nursery
    name: str
    profile: Path
    secrets: Secrets
    officer: str = ""
    _open: Child | None = field(default=None, repr=False)

    def open(self, officer: str) -> None:
        """Open the program as this officer; what was open is closed first."""
        self.close()
        self.officer = officer
        words = ("desk", "--profile", str(self.profile), *self._who(officer), "run", "--script", "-")
        self._open = self.nursery.start(self.name, [*PROGRAM, *words])

    def enrol(self, url: str, authority: Path, code: str) -> Json:
        """Meet the hub, with the officer who opened the program as the first."""
        return self.do("enrol", "--hub", url, "--code", code, "--ca", authority)

    def add_officer(self, officer: str, code: str) -> Json:
        """Let another officer of the office use this computer."""
        return self.do("officer", "add", "--code", code, "--new-password-file", self.secrets.password(officer))

    def turn_to(self, officer: str) -> None:
        """From here on this officer sits at the computer, with an own password."""
        self.officer = officer

    def kill(self) -> None:
        """As a power cut would."""
        self.program.kill()
        self._open = None

    def close(self) -> None:
        """As an officer would."""
        if self._open is not None:
            self._open.close()
        self._open = None

    @property
    def program(self) -> Child:
        """The program that is open."""
        if self._open is None:
            raise PlayBroken(f"{self.name}: no program is open")
        return self._open

    def do(self, *words: str | Path) -> Json:
        """One command, which must succeed."""
        found = self.attempt(*words)
        if not found["ok"]:
            said = " ".join(map(str, words[:3]))
            why = f"{found.get('message', found)}{self.nursery.fallen()}"
            raise PlayBroken(f"{self.name} ({self.officer}): {said} …: {why}")
        return found

    def attempt(self, *words: str | Path) -> Json:
        """One command, whatever becomes of it."""
        return self.program.ask(self.line(*words))

    def line(self, *words: str | Path) -> str:
        """The line of a command by the officer who sits here."""
        return shlex.join(map(str, (*self._who(self.officer), *words)))

    def _who(self, officer: str) -> tuple[str, ...]:
        return ("--officer", officer, "--password-file", str(self.secrets.password(officer)))


@dataclass
class Stage:
    """Everything one play or story has in its hands."""

    nursery: Nursery
    folder: Path
    began: datetime
    secrets: Secrets
    transport: Transport
    authority: Authority

    @classmethod
    def build(cls, nursery: Nursery, now: datetime, began: datetime | None = None) -> Stage:
        """The folders, secrets and authorities; no process yet. Officers' certificates are good since ``began``."""
        folder = nursery.folder
        for name in ("secrets", "keys", "scans", "desks"):
            (folder / name).mkdir(mode=0o700)
        secrets, authority = Secrets(folder / "secrets"), make_authority("Contoh", began or now)
        (folder / "keys" / "root.pem").write_bytes(authority.root_pem)
        transport = make_transport(folder / "keys", "localhost", now)
        return cls(nursery, folder, began or now, secrets, transport, authority)

    @property
    def root(self) -> Path:
        """What a verifier of letters trusts."""
        return self.folder / "keys" / "root.pem"

    def certify(self, officer: str, name: str) -> tuple[Path, Path]:
        """A PKCS#12 for this officer, and the certificate for the hub."""
        made = self.authority.issue_officer(name, PASSPHRASE, self.began)
        locked, public = self.folder / "keys" / f"{officer}.p12", self.folder / "keys" / f"{officer}.pem"
        locked.touch(mode=0o600)
        locked.write_bytes(made.pkcs12)
        public.write_bytes(made.certificate_pem)
        return locked, public

    def desk(self, name: str) -> Desk:
        """A computer with an empty profile."""
        return Desk(self.nursery, name, self.folder / "desks" / name, self.secrets)
