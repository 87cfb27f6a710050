// SPDX-License-Identifier: GPL-3.0-or-later
// What a log line says below its top level that the format does not know: kept, so that it comes back in an
// export. Used by LogReader alone; lives only as long as the parser's document.
#pragma once

#include <QString>

#include <simdjson.h>

namespace assay {

/// The unknown members of a generation's `cost` and `scores`, and of its `constraints` by their ids, as
/// members of one object: {"cost":{...},"constraints":{"c1":{...}}}. Empty: none.
QString unknownBelow(simdjson::dom::object generation);

} // namespace assay
