"""A database server of a benchmark's own: made, filled, asked and thrown away, reached by a Unix socket alone."""

import os
import pathlib
import pwd
import subprocess
import time

PROGRAMS = pathlib.Path("/usr/lib/postgresql/15/bin")
# Nothing here has to outlive a power cut, and all of it fits into memory.
SETTINGS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "1GB",
    "work_mem": "512MB",
    "maintenance_work_mem": "512MB",
    "max_wal_size": "8GB",
    # A client that was given up must not leave its query running.
    "statement_timeout": "120s",
    "random_page_cost": "1.1",
}


class Cluster:
    """A running cluster; `children` ends its server."""

    def __init__(self, children, folder, settings):
        # The server refuses to be root; peer authentication then asks that its clients are the same user.
        account = pwd.getpwnam("postgres") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        self.user = account.pw_name
        self.identity = {}
        if os.geteuid() == 0:
            self.identity = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
        self.folder = pathlib.Path(folder) / "cluster"
        self.folder.mkdir(mode=0o700)
        os.chown(self.folder, account.pw_uid, account.pw_gid)
        self._create()
        values = SETTINGS | settings | {"unix_socket_directories": str(self.folder)}
        options = [part for name, value in values.items() for part in ("-c", f"{name}={value}")]
        self.server = children.start(
            "postgres", str(PROGRAMS / "postgres"), "-D", str(self.folder / "data"), *options, **self.identity
        )
        self._wait()

    @property
    def connection(self):
        """For pgbench and others, whoever runs them."""
        return f"host={self.folder} user={self.user} dbname=postgres"

    # Whoever gets to the socket in its private folder is this user or root: there is nobody to tell apart.
    def _create(self):
        self._run(
            str(PROGRAMS / "initdb"), "--pgdata", str(self.folder / "data"), "--auth=trust", "--encoding=UTF8",
            "--locale=C", "--no-sync", seconds=60,
        )

    def _wait(self, seconds=30):
        deadline = time.monotonic() + seconds
        while True:
            if self.server.poll() is not None:
                raise RuntimeError(f"the database server ended with {self.server.returncode}; its log tells why")
            try:
                return self.ask("SELECT 1")
            except subprocess.CalledProcessError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.05)

    def _run(self, *command, seconds, **more):
        return subprocess.run(
            command, capture_output=True, text=True, check=True, timeout=seconds, cwd="/", **self.identity, **more
        ).stdout

    def ask(self, sql, seconds=120):
        """Runs statements and returns what they print, unaligned and without heads."""
        return self._run(
            "psql", "-XAtq", "--set=ON_ERROR_STOP=1", "--single-transaction", "-h", str(self.folder), "-U", self.user,
            "-d", "postgres", input=sql, seconds=seconds,
        )

    def fill(self, table, lines, seconds=120):
        """Copies lines of tab-separated columns into a table."""
        self.ask(f"COPY {table} FROM STDIN;\n" + "".join(line + "\n" for line in lines) + "\\.\n", seconds)
