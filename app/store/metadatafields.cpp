// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/metadatafields.h"

#include "app/store/database.h"

namespace assay {

namespace {

constexpr MetadataFieldSet only(bool isIn, MetadataField field)
{
    return isIn ? static_cast<MetadataFieldSet>(field) : 0;
}

constexpr bool contains(MetadataFieldSet fields, MetadataField field)
{
    return (fields & static_cast<MetadataFieldSet>(field)) != 0;
}

} // namespace

MetadataFieldSet openFields(const Generation& generation)
{
    return only(!generation.prompt, MetadataField::Prompt) |
           only(!generation.negativePrompt, MetadataField::Negative) |
           only(!generation.model, MetadataField::Model) |
           only(generation.settings.isEmpty(), MetadataField::Settings) |
           only(!generation.latency, MetadataField::Latency) |
           only(!generation.scores.aesthetic, MetadataField::Aesthetic);
}

void takeFields(Generation& generation, const Generation& file, MetadataFieldSet fields)
{
    if (contains(fields, MetadataField::Prompt))
        generation.prompt = file.prompt;
    if (contains(fields, MetadataField::Negative))
        generation.negativePrompt = file.negativePrompt;
    if (contains(fields, MetadataField::Model))
        generation.model = file.model;
    if (contains(fields, MetadataField::Settings))
        generation.settings = file.settings;
    if (contains(fields, MetadataField::Latency))
        generation.latency = file.latency;
    if (contains(fields, MetadataField::Aesthetic))
        generation.scores.aesthetic = file.scores.aesthetic;
}

MetadataFields::MetadataFields(const Database& database)
    : m_find(database.prepare(QStringLiteral("SELECT fields FROM metadata_fields WHERE generation_id = ?")))
    , m_note(database.prepare(
          QStringLiteral("INSERT INTO metadata_fields (generation_id, fields) VALUES (?, ?)"
                         " ON CONFLICT (generation_id) DO UPDATE SET fields = excluded.fields")))
{
}

Result<MetadataFieldSet> MetadataFields::given(GenerationId id)
{
    const auto fields = m_find.firstInteger(id);
    if (!fields)
        return fields.error();
    return fields->value_or(0);
}

Result<void> MetadataFields::note(GenerationId id, MetadataFieldSet fields)
{
    return m_note.run(id, fields);
}

} // namespace assay
