"""A bucket to test against: moto's S3 on a free port of this machine, with one user whose signatures it checks.

Standard input is a socket: one line goes out through it ('PORT KEY SECRET'), and when the other end closes it, this ends.
"""

import json
import os
import socket
import threading
import urllib.request

import boto3
from moto.server import ThreadedMotoServer

REGION = "eu-central-1"
LONGEST = 300  # seconds; whatever becomes of the test, this ends


def prepare(address):
    """Makes a bucket, and a user who may do everything; from then on nothing is done without a right signature."""
    access = {
        "endpoint_url": address,
        "region_name": REGION,
        "aws_access_key_id": "first",
        "aws_secret_access_key": "first",
    }
    iam = boto3.client("iam", **access)
    iam.create_user(UserName="emapa")
    statement = {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    iam.put_user_policy(UserName="emapa", PolicyName="all", PolicyDocument=policy)
    key = iam.create_access_key(UserName="emapa")["AccessKey"]
    place = {"LocationConstraint": REGION}
    boto3.client("s3", **access).create_bucket(Bucket="photos", CreateBucketConfiguration=place)
    request = urllib.request.Request(
        f"{address}/moto-api/reset-auth", data=b"0", headers={"Content-Type": "text/plain"}, method="POST"
    )
    urllib.request.urlopen(request, timeout=10).close()
    return key["AccessKeyId"], key["SecretAccessKey"]


def main():
    threading.Timer(LONGEST, os._exit, [1]).start()
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    key, secret = prepare(f"http://127.0.0.1:{port}")
    with socket.socket(fileno=os.dup(0)) as test:
        test.sendall(f"{port} {key} {secret}\n".encode())
        test.recv(1)
    os._exit(0)


if __name__ == "__main__":
    main()
