// Copyright 2026 The Twinaid Authors
// SPDX-License-Identifier: Apache-2.0

#include "client/setup/completion_scripts.h"

namespace twinaid::client {

const char kBashHead[] =
    R"(# Completion of twinaid for bash, made by the program itself. For good:
#   twinaid completion bash >~/.local/share/bash-completion/completions/twinaid
)";

const char kBashBody[] = R"(
_twinaid() {
  local cur="${COMP_WORDS[COMP_CWORD]}" path='' waiting='' prefix='' word i
  local REPLY='' flags=''
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="${COMP_WORDS[i]}"
    if [[ -n $waiting ]]; then
      # "--flag=value" comes as three words.
      [[ $word == '=' ]] || waiting=''
      continue
    fi
    if [[ $word == -* ]]; then
      if _twinaid_kind "$path|$word" || _twinaid_kind "|$word"; then
        waiting="$word"
      fi
      continue
    fi
    REPLY=''
    _twinaid_commands "$path"
    if [[ " $REPLY " == *" $word "* ]]; then path="${path:+$path }$word"; fi
  done
  if [[ -n $waiting && $cur == '=' ]]; then cur=''; fi
  if [[ -z $waiting && $cur == --*=* ]]; then
    waiting="${cur%%=*}"
    prefix="$waiting="
    cur="${cur#*=}"
  fi
  REPLY=''
  if [[ -n $waiting ]]; then
    _twinaid_kind "$path|$waiting" || _twinaid_kind "|$waiting"
    case "$REPLY" in
      words\ *) COMPREPLY=($(compgen -P "$prefix" -W "${REPLY#words }" -- "$cur")) ;;
      file) COMPREPLY=($(compgen -P "$prefix" -f -- "$cur")) ;;
    esac
  elif [[ $cur == -* ]]; then
    _twinaid_flags "$path" && flags="$REPLY"
    if [[ -n $path ]]; then _twinaid_flags '' && flags="$flags $REPLY"; fi
    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  else
    _twinaid_commands "$path" && flags="$REPLY"
    _twinaid_arguments "$path" && flags="$flags $REPLY"
    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  fi
}
complete -o filenames -F _twinaid twinaid
)";

const char kZshHead[] = R"(#compdef twinaid
# Completion of twinaid for zsh, made by the program itself. For good: put it as
# _twinaid into a folder of $fpath.
)";

const char kZshBody[] = R"(
# Offers the words of `reply`, each with what it means.
_twinaid_offer() {
  local -a offered shown
  local word meaning
  for word meaning in "${reply[@]}"; do
    offered+=("$word")
    shown+=("$word${meaning:+  -- $meaning}")
  done
  (( ${#offered} )) && compadd -l -d shown -a offered
}

_twinaid() {
  local before='' waiting='' word REPLY='' i j
  local -a reply
  for ((i = 2; i < CURRENT; i++)); do
    word="${words[i]}"
    if [[ -n $waiting ]]; then
      waiting=''
    elif [[ $word == -* ]]; then
      if _twinaid_kind "$before|$word" || _twinaid_kind "|$word"; then
        waiting="$word"
      fi
    else
      reply=()
      _twinaid_commands "$before"
      # Words stand at odd places, meanings at even ones.
      for ((j = 1; j <= ${#reply}; j += 2)); do
        if [[ ${reply[j]} == "$word" ]]; then
          before="${before:+$before }$word"
          break
        fi
      done
    fi
  done
  if [[ -z $waiting && $PREFIX == --*=* ]]; then
    waiting="${PREFIX%%=*}"
    compset -P '*='
  fi
  reply=()
  REPLY=''
  if [[ -n $waiting ]]; then
    _twinaid_kind "$before|$waiting" || _twinaid_kind "|$waiting"
    case "$REPLY" in
      words\ *) compadd -- ${(s: :)${REPLY#words }} ;;
      file) _files ;;
    esac
  elif [[ $PREFIX == -* ]]; then
    _twinaid_flags "$before" && _twinaid_offer
    if [[ -n $before ]]; then
      _twinaid_flags '' && _twinaid_offer
    fi
  else
    _twinaid_commands "$before" && _twinaid_offer
    _twinaid_arguments "$before" && _twinaid_offer
  fi
}

if [[ ${funcstack[1]} == _twinaid ]]; then
  _twinaid "$@"
else
  compdef _twinaid twinaid
fi
)";

const char kFishHead[] =
    R"(# Completion of twinaid for fish, made by the program itself. For good:
#   twinaid completion fish >~/.config/fish/completions/twinaid.fish
)";

const char kFishBody[] = R"(
function __twinaid_kind_of
  __twinaid_kind "$argv[1]|$argv[2]"
  or __twinaid_kind "|$argv[2]"
end

function __twinaid_complete
  set -l current (commandline -ct)
  set -l path ''
  set -l waiting ''
  for word in (commandline -opc)[2..-1]
    if test -n "$waiting"
      set waiting ''
    else if string match -q -- '-*' $word
      if __twinaid_kind_of "$path" "$word" >/dev/null
        set waiting $word
      end
    else if contains -- $word (__twinaid_commands "$path" | string replace -r '\t.*' '')
      set path (string trim -- "$path $word")
    end
  end
  set -l prefix ''
  if test -z "$waiting"; and string match -q -- '--*=*' $current
    set waiting (string split -m 1 = -- $current)[1]
    set prefix "$waiting="
  end
  if test -n "$waiting"
    set -l kind (__twinaid_kind_of "$path" "$waiting" | string split ' ')
    if test "$kind[1]" = words
      printf "$prefix%s\n" $kind[2..-1]
    else if test "$kind[1]" = file
      __fish_complete_path (string replace -- "$prefix" '' $current)
    end
  else if string match -q -- '-*' $current
    __twinaid_flags "$path"
    test -n "$path"; and __twinaid_flags ''
  else
    __twinaid_commands "$path"
    __twinaid_arguments "$path"
  end
end
complete -c twinaid -e
complete -c twinaid -f -a '(__twinaid_complete)'
)";

}  // namespace twinaid::client
