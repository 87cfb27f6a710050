// SPDX-License-Identifier: GPL-3.0-or-later
// One input for everything that reads bytes of strangers: as a file for the container walkers, and as a text
// for every reader. Any input has to give an answer, the same one each time.
#include "app/metadata/generatorreader.h"
#include "app/metadata/metadatareader.h"
#include "app/metadata/textdecode.h"

#include <QBuffer>

#include <cstdlib>

using namespace assay;

namespace {

Result<FileMetadata> asFile(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    return readMetadata(buffer);
}

void asText(const QByteArray& bytes)
{
    const QString text = decodeUtf8OrLatin1(bytes);
    for (const char* keyword :
         {"parameters", "prompt", "workflow", "invokeai_metadata", "sd-metadata", "Dream"}) {
        Container container;
        container.texts.append({TextSource::PngText, QString::fromLatin1(keyword), text});
        static_cast<void>(readInvokeAi(container));
        static_cast<void>(readA1111(container));
        static_cast<void>(readComfyUi(container));
    }
    static_cast<void>(decodeUserComment(bytes, true));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), qsizetype(size));
    const Result<FileMetadata> first = asFile(bytes);
    const Result<FileMetadata> second = asFile(bytes);
    const bool isSame = first.has_value() == second.has_value() &&
                        (!first || (first->prompt == second->prompt && first->rawText == second->rawText));
    if (!isSame)
        std::abort();
    asText(bytes);
    return 0;
}
