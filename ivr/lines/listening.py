"""A socket that listens where the operator wants it."""

from __future__ import annotations

import socket

from ivr.errors import OperatorError


def listening(bind: tuple[str, int], backlog: int, setting: str) -> socket.socket:
    """A socket that listens on host and port ``bind``; port 0 takes any, host "::" also IPv4.

    Args:
        backlog: connections that the system holds for us until we take them.
        setting: the environment variable that says where, for whoever has to set it otherwise.

    Raises:
        OperatorError: the address cannot be had.
    """
    family = socket.AF_INET6 if ":" in bind[0] else socket.AF_INET
    dual = bind[0] == "::" and socket.has_dualstack_ipv6()
    try:
        return socket.create_server(bind, family=family, backlog=backlog, dualstack_ipv6=dual)
    except OSError as error:
        why = str(error.strerror).partition(" (while")[0]  # create_server adds the address
        raise OperatorError(
            f"The service cannot listen on {bind[0]}:{bind[1]} ({why}). "
            f"Set {setting} to an address of this machine and a port that is free."
        ) from error
