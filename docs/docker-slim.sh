#!/bin/sh
# Removes files from a virtual environment that no command of pgrehearse loads.
# The Dockerfile runs it in the build stage: docs/docker-slim.sh ENVIRONMENT. 
set -eu
environment=$1
packages=$(echo "$environment"/lib/python3.*/site-packages)
cd "$packages"

# Tests, type stubs and C sources of the libraries.
find . -type d -name tests -prune -exec rm -rf {} +
find . -type f \( -name '*.pyi' -o -name '*.pyx' -o -name '*.pxd' -o -name '*.pxi' -o -name '*.c' -o -name '*.cpp' -o -name '*.h' -o -name '*.hpp' -o -name '*.a' \) -delete
rm -rf pyarrow/include pyarrow/src matplotlib/mpl-data/sample_data

# Arrow's network services: workloads and runs are local files, S3 is read with boto3.
rm -f pyarrow/_flight.* pyarrow/libarrow_flight.* pyarrow/libarrow_python_flight.* pyarrow/_s3fs.* pyarrow/libarrow_s3.*

# Plots are PNG and SVG: AVIF is not read or written.
rm -f PIL/_avif.* pillow.libs/libavif-*

# The descriptions of AWS services are removed, except for those that capture, metrics and logins use.
cd botocore/data
for service in */; do
  case ${service%/} in
    cloudwatch|ec2|logs|pi|rds|s3|signin|sso|sso-oidc|sts) ;;
    *) rm -rf "$service" ;;
  esac
done
cd "$packages"

# Debugging symbols. Libraries in folders *.libs have been patched after they were linked, and strip breaks them.
find _polars_runtime_32 pyarrow pglast uvloop asyncpg scipy kiwisolver fontTools -name '*.so*' -type f -exec strip --strip-unneeded {} +

# Libraries that are present under several names are stored once.
for name in pyarrow/libarrow_python.so pyarrow/libarrow_python.so.[0-9]*; do
  original=$(echo pyarrow/libarrow_python.so.*.*.*)
  test "$name" = "$original" || ! cmp -s "$name" "$original" || ln -sf "${original#pyarrow/}" "$name"
done

# A module that can no longer be imported ends the build.
cd /
PYTHONDONTWRITEBYTECODE=1 "$environment/bin/python" - <<'PYTHON'
import importlib
import pkgutil

import pgrehearse

for module in pkgutil.walk_packages(pgrehearse.__path__, "pgrehearse."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
PYTHON
find "$packages" -name __pycache__ -prune -exec rm -rf {} +
