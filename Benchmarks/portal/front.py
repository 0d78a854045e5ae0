"""The service as browsers meet it: behind nginx, with TLS and HTTP/2."""

import pathlib
import ssl
import subprocess

from harness import children

HERE = pathlib.Path(__file__).resolve().parent


def start(running, folder, service_port):
    """nginx in front of a service, with a certificate made for this run; returns its address."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1",
         "-subj", "/CN=127.0.0.1", "-keyout", str(folder / "front.key"), "-out", str(folder / "front.crt")],
        check=True, capture_output=True, timeout=60,
    )
    port = children.free_port()
    text = (HERE / "front.conf").read_text(encoding="utf-8")
    for name, value in {"folder": folder, "port": port, "service": service_port}.items():
        text = text.replace(f"@{name}@", str(value))
    configuration = folder / "front.conf"
    configuration.write_text(text, encoding="utf-8")
    process = running.start("front", "nginx", "-c", str(configuration), "-e", str(folder / "front-error.log"))
    address = f"https://127.0.0.1:{port}"
    # Nobody has signed the certificate: only this machine is asked.
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    children.wait_until_answered(address + "/readyz", process, context=context)
    return address
