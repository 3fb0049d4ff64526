# What ./demo and ./verify share: finding tools, fetching packages, building the plugins. Sourced; needs $home and $0.
java_needed=25
node_needed=20

fail() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

java_version() {
  "$1/bin/java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.specification\.version = //p'
}

is_jdk() {
  [[ -x $1/bin/java && -x $1/bin/javac ]] && (($(java_version "$1" | cut -d. -f1) >= java_needed))
}

# JAVA_HOME first, then the path, then where JDKs are usually installed; the newest of those.
find_jdk() {
  local candidate
  if [[ -n ${JAVA_HOME:-} ]] && is_jdk "$JAVA_HOME"; then
    printf '%s' "$JAVA_HOME"
    return
  fi
  if candidate=$(command -v javac); then
    candidate=$(dirname -- "$(dirname -- "$(readlink -f -- "$candidate" 2>/dev/null || printf '%s' "$candidate")")")
    if is_jdk "$candidate"; then
      printf '%s' "$candidate"
      return
    fi
  fi
  shopt -s nullglob
  for candidate in /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk "$candidate"; then
      printf '%s' "$candidate"
      return
    fi
  done
  return 1
}

require_jdk() {
  jdk=$(find_jdk) ||
    fail "No JDK $java_needed or newer found: install one (https://adoptium.net) or set JAVA_HOME to it, then run $0 again."
}

require_maven() {
  command -v mvn >/dev/null || fail "Maven is missing: install it (Debian: apt-get install maven) and run $0 again."
}

require_node() {
  command -v node >/dev/null || fail "Node.js is missing: install Node $node_needed or newer (https://nodejs.org) and run $0 again."
  command -v npm >/dev/null || fail "npm is missing: install it beside Node.js and run $0 again."
  local version
  version=$(node -p 'process.versions.node.split(".")[0]')
  ((version >= node_needed)) || fail "Node.js $version is too old: install Node $node_needed or newer (https://nodejs.org) and run $0 again."
}

# The options quieten what Maven's own libraries do on a new JDK.
run_maven() {
  (cd "$home" && JAVA_HOME=$jdk MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" \
    mvn --batch-mode --no-transfer-progress "$@")
}

# Succeeds where the target is missing or older than any file below the given sources.
is_older() {
  local target=$1
  shift
  [[ -e $target ]] || return 0
  [[ -n $(find "$@" \( -name node_modules -o -name target -o -name dist \) -prune -o -type f -newer "$target" -print 2>/dev/null | head -n 1) ]]
}

install_packages() {
  local folder=$1 what=$2
  is_older "$folder/node_modules/.package-lock.json" "$folder/package-lock.json" || return 0
  require_node
  echo "Fetching $what …"
  (cd "$folder" && npm ci --no-fund --no-audit --loglevel=error) ||
    fail "npm could not fetch the packages of ${folder#"$home/"}: check the network and the messages above, then run $0 again."
}

install_engine() {
  install_packages "$home/embedded" "the ClickHouse engine (180 MB)"
}

build_plugins() {
  local stamp=$home/grafana-plugins/node_modules/.hotspan-built
  install_packages "$home/grafana-plugins" "the packages of the Grafana plugins"
  if is_older "$stamp" "$home/grafana-plugins" || [[ ! -e $home/grafana-plugins/packages/host/dist/index.html ]]; then
    require_node
    echo "Building the Grafana plugins and the page …"
    (cd "$home/grafana-plugins" && npm run --silent build) ||
      fail "The Grafana plugins could not be built: see the messages above."
    touch "$stamp"
  fi
}
