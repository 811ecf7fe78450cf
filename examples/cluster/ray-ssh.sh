#!/bin/sh
# A Ray cluster on hosts that SSH reaches (docs/scale.md).
#
#   ray-ssh.sh check HOSTS    verify that all hosts have the same versions of pgrehearse, Ray and Python
#   ray-ssh.sh start HOSTS    check, then start a node of Ray on each host; the first host is the head
#   ray-ssh.sh stop HOSTS     end the nodes that `start` has started, and nothing else
#
# HOSTS is a file with a host on each line: [USER@]ADDRESS, as the other hosts reach it, and how many processors Ray may use (default:
# all of them). 0 for the head keeps workers away from the coordinator:
#
#   10.0.0.4 0
#   10.0.0.5
#   10.0.0.6 8
#
# PGREHEARSE_BIN   the folder of pgrehearse and ray on each host (default: the PATH of a shell that ssh starts)
# RAY_PORT         the port of the head (default: 6379; 10002 to 19999 are those of Ray's workers)
# RAY_TEMP         the folder of Ray on each host: sockets, logs, and objects that do not fit into memory (default: /tmp/ray)
# RAY_STORE_MIB    the size of the object store of each host (default: 512)
#
# The nodes accept only clients with a token, which each `start` makes: RAY_AUTH_MODE=token, RAY_AUTH_TOKEN_PATH (printed at the end).
set -eu

fail() {
    printf 'error: %s\nremedy: %s\n' "$1" "$2" >&2
    exit 2
}

action=${1:-}
hosts=${2:-}
bin=${PGREHEARSE_BIN:-}
port=${RAY_PORT:-6379}
temp=${RAY_TEMP:-/tmp/ray}
store=${RAY_STORE_MIB:-512}
state=.pgrehearse-ray # a folder in the home directory of each host: the token, the log and the process id of its node

case $action in
check | start | stop) ;;
*) fail "there is no action '$action'" "use: ray-ssh.sh check|start|stop HOSTS" ;;
esac
[ -r "$hosts" ] || fail "the file of hosts '$hosts' cannot be read" "write a file with a host on each line"
# What is sent to a shell of a host contains no character with a meaning for it.
case $bin$temp in
*[!A-Za-z0-9/._-]*) fail "PGREHEARSE_BIN or RAY_TEMP has characters other than A-Z a-z 0-9 / . _ -" "use other folders" ;;
esac
case $port$store in
*[!0-9]*) fail "RAY_PORT or RAY_STORE_MIB is not a number" "use digits only" ;;
esac

list=$(awk '{ sub(/#.*/, "") } NF { print $1, $2 }' "$hosts")
[ -n "$list" ] || fail "$hosts has no host" "write a host on each line"
echo "$list" | while read -r host processors; do
    case $host in
    -* | *[!A-Za-z0-9.:@_-]*) fail "$hosts: '$host' is not [USER@]ADDRESS" "write a host on each line" ;;
    esac
    case $processors in
    *[!0-9]*) fail "$hosts: '$processors' is not a number of processors" "write: ADDRESS PROCESSORS" ;;
    esac
done || exit 2
head=$(echo "$list" | awk 'NR == 1 { print $1 }')
address=${head#*@}:$port

# Run a command on a host; standard input is that of the caller.
on() {
    destination=$1
    shift
    ssh -o BatchMode=yes -o ConnectTimeout=10 "$destination" "$@"
}

path="PATH=${bin:+$bin:}\$PATH"

check() {
    expected=
    for host in $(echo "$list" | awk '{ print $1 }'); do
        versions=$(on "$host" "$path; pgrehearse --version | head -n 2 && ray --version" </dev/null) ||
            fail "$host: pgrehearse or ray does not run there" "install pgrehearse[ray], and set PGREHEARSE_BIN to its folder"
        [ -n "$expected" ] || expected=$versions
        [ "$versions" = "$expected" ] || fail "$host has $(flat "$versions"), and $head has $(flat "$expected")" \
            "install the same versions on all hosts"
    done
    echo "all hosts have $(flat "$expected")"
}

flat() {
    echo "$1" | paste -s -d ' ' -
}

# Start the node of a host and wait until it is part of the cluster.
start_node() {
    host=$1 processors=$2 options=$3
    [ -z "$processors" ] || options="$options --num-cpus=$processors"
    printf %s "$token" | on "$host" "umask 077; mkdir -p $state && cat >$state/token"
    on "$host" sh -s <<END || fail "$host: the node of Ray does not start" "read ~/$state/log on that host, then run: ray-ssh.sh stop $hosts"
$path
export RAY_AUTH_MODE=token RAY_AUTH_TOKEN_PATH="\$HOME/$state/token" RAY_USAGE_STATS_ENABLED=0
umask 077
nohup ray start --block $options --node-ip-address=${host#*@} --temp-dir=$temp --object-store-memory=$((store * 1024 * 1024)) \
    --include-log-monitor=false </dev/null >$state/log 2>&1 &
echo \$! >$state/pid
left=120
until grep -q 'Ray runtime started' $state/log; do
    left=\$((left - 1))
    kill -0 "\$(cat $state/pid)" 2>/dev/null && [ \$left -gt 0 ] || { tail -n 5 $state/log >&2; exit 1; }
    sleep 1
done
END
    echo "$host: started"
}

start() {
    for host in $(echo "$list" | awk '{ print $1 }'); do
        on "$host" "! test -e $state/pid" </dev/null ||
            fail "$host has a node that this script has started" "run: ray-ssh.sh stop $hosts"
    done
    token=$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')
    options="--head --port=$port --include-dashboard=false"
    # The list is read by descriptor 3, because ssh reads standard input.
    while read -r host processors <&3; do
        start_node "$host" "$processors" "$options"
        options="--address=$address"
    done 3<<END
$list
END
    printf 'on %s:\n  export RAY_AUTH_MODE=token RAY_AUTH_TOKEN_PATH="$HOME/%s/token"\n' "${head#*@}" "$state"
    printf '  pgrehearse replay WORKLOAD --cluster %s --workers N ...\n' "$address"
}

# End the node of a host by the process that started it, and remove the token.
stop_node() {
    on "$1" sh -s <<END || fail "$1: the node of Ray does not end" "end it there: ray stop"
[ -e $state/pid ] || exit 0
pid=\$(cat $state/pid)
kill "\$pid" 2>/dev/null
left=60
while kill -0 "\$pid" 2>/dev/null; do
    left=\$((left - 1))
    [ \$left -gt 0 ] || exit 1
    sleep 1
done
rm -f $state/pid $state/token $state/log
rmdir $state
END
    echo "$1: stopped"
}

case $action in
check) check ;;
start)
    check
    start
    ;;
stop)
    # The head is the last: a node without its head reports errors.
    for host in $(echo "$list" | awk '{ line[NR] = $1 } END { for (i = NR; i > 0; i--) print line[i] }'); do
        stop_node "$host"
    done
    ;;
esac
