"""The hub over HTTP: bytes in, proof, one call of the service, signed bytes out."""
