// SPDX-License-Identifier: GPL-3.0-or-later
// The typed row numbers of a workspace. They are local to one workspace; what leaves it is named by its
// external id.
#pragma once

#include "app/base/id.h"

namespace assay {

using ClientId = Id<struct ClientTag>;
using AssetId = Id<struct AssetTag>;
using GenerationId = Id<struct GenerationTag>;
using ReviewId = Id<struct ReviewTag>;
using ChangeId = Id<struct ChangeTag>;
using ChecklistId = Id<struct ChecklistTag>;
using ImageRootId = Id<struct ImageRootTag>;
using ImportId = Id<struct ImportTag>;

} // namespace assay
