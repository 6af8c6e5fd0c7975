"""Enrolment: asked before there is a device, proved by the code on both sides."""

from __future__ import annotations

from hub.api.proof import Asked
from hub.api.speech import Reply, json_reply
from hub.service import enrolling
from hub.service.ground import Ground
from sync.enrolment import Begin, Finish
from sync.protocol import decode_json


def post_begin(ground: Ground, asked: Asked) -> Reply:
    """`POST /v1/enrol/begin`."""
    return json_reply(enrolling.begin(ground, decode_json(asked.request.body, Begin)))


def post_finish(ground: Ground, asked: Asked) -> Reply:
    """`POST /v1/enrol/finish`."""
    return json_reply(enrolling.finish(ground, decode_json(asked.request.body, Finish)))
