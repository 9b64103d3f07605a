"""Runs a command and tells seconds on the wall, seconds of processor and peak memory."""
import os
import subprocess
import time
from typing import NamedTuple


class Took(NamedTuple):
    wall: float
    cpu: float
    peak: int  # bytes


def clock(command, env=None, stdout=subprocess.DEVNULL):
    began = time.monotonic()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=stdout,
                             stderr=subprocess.DEVNULL, env={**os.environ, **(env or {})})
    _, status, used = os.wait4(child.pid, 0)
    wall = time.monotonic() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 65):
        raise SystemExit("%s: exit %d" % (" ".join(command), child.returncode))
    return Took(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)


def median(values):
    values = sorted(values)
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2
