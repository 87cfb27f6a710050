# SPDX-License-Identifier: GPL-3.0-or-later
# Two types of one name in one namespace are undefined behaviour that no compiler tells of: the linker takes the inline
# functions of one for both. Headers of app and ui give each type a name of its own; app/sample has its namespace.
#   cmake -DROOT=<repository> -P tests/typenames.cmake

cmake_minimum_required(VERSION 3.25)

set(names "")
set(problems "")
file(GLOB_RECURSE headers ${ROOT}/app/*.h ${ROOT}/ui/*.h)
list(FILTER headers EXCLUDE REGEX "/app/sample/")
list(LENGTH headers count)
if(count LESS 10)
  message(FATAL_ERROR "Only ${count} headers found below ${ROOT}: the test looks in the wrong place.")
endif()
foreach(header IN LISTS headers)
  file(STRINGS ${header} lines REGEX "^(struct|class|enum class) [A-Za-z0-9_]+[^;]*$")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "^(struct|class|enum class) ([A-Za-z0-9_]+).*" "\\2" name "${line}")
    if(name IN_LIST names)
      file(RELATIVE_PATH file ${ROOT} ${header})
      list(APPEND problems "${file}: ${name}")
    endif()
    list(APPEND names ${name})
  endforeach()
endforeach()
if(problems)
  list(JOIN problems "\n  " text)
  message(FATAL_ERROR "Names that another header has too:\n  ${text}")
endif()
message(STATUS "${count} headers share no name")
