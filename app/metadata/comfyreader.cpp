// SPDX-License-Identifier: GPL-3.0-or-later
// ComfyUI: finds the prompt graph wherever its save nodes put it, then walks back from the saved image to the
// sampler that made it, its texts, its model.
#include "app/metadata/comfygraph.h"
#include "app/metadata/generatorreader.h"
#include "app/metadata/json.h"
#include "app/metadata/settingsbuilder.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace assay {

namespace {

/// The prompt graph a text holds: bare, after "prompt:" (EXIF of the WebP and JPEG save nodes), or as a
/// member of
/// {"prompt": {...}, "workflow": {...}}.
std::optional<ComfyGraph> graphIn(const NamedText& text)
{
    QStringView json = QStringView(text.text).trimmed();
    if (json.startsWith("prompt:"_L1, Qt::CaseInsensitive))
        json = json.sliced(7);
    if (!json.contains(u"\"class_type\""))
        return std::nullopt;
    const std::optional<QJsonObject> object = parseJsonObject(json);
    if (!object)
        return std::nullopt;
    if (std::optional<ComfyGraph> graph = ComfyGraph::fromJson(*object))
        return graph;
    return ComfyGraph::fromJson(object->value("prompt"_L1).toObject());
}

bool mayHoldGraph(const NamedText& text)
{
    if (hasGeneratorKeywords(text.source))
        return text.keyword == "prompt"_L1;
    return text.source != TextSource::Xmp || text.keyword.endsWith(":Prompt"_L1, Qt::CaseInsensitive);
}

bool isWorkflow(const NamedText& text)
{
    return text.keyword == "workflow"_L1 || text.text.startsWith("workflow:"_L1, Qt::CaseInsensitive) ||
           (text.source == TextSource::Xmp && text.keyword.endsWith(":Workflow"_L1, Qt::CaseInsensitive));
}

bool isSampler(const ComfyGraph& graph, const QString& id)
{
    static const QSet<QString> kClasses{u"KSampler"_s,
                                        u"KSamplerAdvanced"_s,
                                        u"SamplerCustom"_s,
                                        u"SamplerCustomAdvanced"_s,
                                        u"KSampler (Efficient)"_s,
                                        u"WanVideoSampler"_s};
    if (kClasses.contains(graph.classOf(id)))
        return true;
    const QJsonObject inputs = graph.inputsOf(id);
    return inputs.contains("sampler_name"_L1) && inputs.contains("steps"_L1) && inputs.contains("cfg"_L1);
}

/// The samplers behind the nodes whose class has this word in its name.
QStringList samplersBehind(const ComfyGraph& graph, QLatin1StringView word)
{
    QStringList reached;
    for (const QString& id : graph.ids()) {
        if (!graph.classOf(id).contains(word))
            continue;
        for (const QString& source : graph.upstreamOf(id)) {
            if (isSampler(graph, source) && !reached.contains(source))
                reached.append(source);
        }
    }
    return reached;
}

/// The samplers behind the saved images, else behind the previews; all of them if neither leads to one.
QStringList reachedSamplers(const ComfyGraph& graph)
{
    constexpr qsizetype kMostLooked = 50;
    for (const QLatin1StringView word : {"Save"_L1, "Preview"_L1}) {
        const QStringList reached = samplersBehind(graph, word);
        if (!reached.isEmpty())
            return reached.mid(0, kMostLooked);
    }
    QStringList all = graph.ids();
    all.removeIf([&graph](const QString& id) { return !isSampler(graph, id); });
    return all.mid(0, kMostLooked);
}

/// The sampler that started from noise. Later ones (hires, refiner, face detailer) work on its result, so the
/// one with no other sampler before it is the base.
std::optional<QString> baseSampler(const ComfyGraph& graph, const QStringList& samplers)
{
    std::optional<QString> base;
    for (const QString& id : graph.ids()) {
        if (!samplers.contains(id))
            continue;
        const QStringList upstream = graph.upstreamOf(id);
        const bool isBase = std::none_of(upstream.cbegin(), upstream.cend(),
                                         [&graph](const QString& other) { return isSampler(graph, other); });
        if (isBase && !base)
            base = id;
    }
    return base ? base : (samplers.isEmpty() ? std::nullopt : std::optional(samplers.first()));
}

/// The sampler together with the nodes that modern samplers keep their settings in.
class SamplerInputs
{
public:
    SamplerInputs(const ComfyGraph& graph, const QString& sampler)
        : m_graph(graph)
    {
        add(sampler, 0);
    }

    /// The first of these inputs that is there, on the sampler itself or on the nodes around it.
    QJsonValue input(std::initializer_list<QLatin1StringView> keys) const
    {
        for (const QJsonObject& inputs : m_inputs) {
            for (const QLatin1StringView key : keys) {
                if (inputs.contains(key))
                    return inputs.value(key);
            }
        }
        return QJsonValue(QJsonValue::Undefined);
    }

    QJsonValue scalar(std::initializer_list<QLatin1StringView> keys) const
    {
        return m_graph.scalar(input(keys));
    }

private:
    void add(const QString& id, int depth)
    {
        constexpr int kDeepest = 4;
        constexpr qsizetype kMost = 40;
        if (depth > kDeepest || m_inputs.size() >= kMost)
            return;
        const QJsonObject inputs = m_graph.inputsOf(id);
        m_inputs.append(inputs);
        for (const QLatin1StringView key : {"guider"_L1, "noise"_L1, "sigmas"_L1, "sampler"_L1}) {
            if (const std::optional<QString> next = m_graph.linkedNode(inputs.value(key)))
                add(*next, depth + 1);
        }
    }

    const ComfyGraph& m_graph;
    QList<QJsonObject> m_inputs;
};

bool isModelFile(const QJsonValue& value)
{
    return value.isString() && !value.toString().isEmpty();
}

std::optional<QString> loadedModel(const QJsonObject& inputs)
{
    for (const QLatin1StringView key :
         {"ckpt_name"_L1, "unet_name"_L1, "base_ckpt_name"_L1, "model_name"_L1}) {
        if (isModelFile(inputs.value(key)))
            return inputs.value(key).toString();
    }
    return std::nullopt;
}

void addLoras(const QJsonObject& inputs, SettingsBuilder& builder)
{
    const QString single = inputs.value("lora_name"_L1).toString();
    if (!single.isEmpty() && single != "None"_L1) // loaders for a model and a LoRA say "None" for no LoRA
        builder.addLora(single, inputs.contains("strength_model"_L1)
                                    ? inputs.value("strength_model"_L1)
                                    : inputs.value("lora_model_strength"_L1));
    // Loaders for several at once: lora_1 = {"on": true, "lora": "name", "strength": 1}
    for (const QJsonValue& value : inputs) {
        const QJsonObject lora = value.toObject();
        if (lora.value("on"_L1).toBool() && lora.value("lora"_L1).isString())
            builder.addLora(lora.value("lora"_L1).toString(), lora.value("strength"_L1));
    }
}

/// Follows the model from the sampler back to its loader, taking the LoRAs on the way.
std::optional<QString> followModel(const ComfyGraph& graph, QJsonValue input, SettingsBuilder& builder)
{
    constexpr int kLongestChain = 64;
    for (int i = 0; i < kLongestChain; ++i) {
        const std::optional<QString> id = graph.linkedNode(input);
        if (!id)
            return std::nullopt;
        const QJsonObject inputs = graph.inputsOf(*id);
        addLoras(inputs, builder);
        if (const std::optional<QString> model = loadedModel(inputs))
            return model;
        input = inputs.contains("model"_L1) ? inputs.value("model"_L1) : inputs.value("model1"_L1);
    }
    return std::nullopt;
}

/// The only model that is loaded anywhere; nothing when there are several, because then it would be a guess.
std::optional<QString> onlyModel(const ComfyGraph& graph)
{
    QStringList models;
    for (const QString& id : graph.ids()) {
        const QJsonObject inputs = graph.inputsOf(id);
        for (const QLatin1StringView key : {"ckpt_name"_L1, "unet_name"_L1}) {
            if (isModelFile(inputs.value(key)) && !models.contains(inputs.value(key).toString()))
                models.append(inputs.value(key).toString());
        }
    }
    return models.size() == 1 ? std::optional(models.first()) : std::nullopt;
}

/// The size of the empty latent the sampler started from.
void addSize(const ComfyGraph& graph, const QJsonValue& latent, SettingsBuilder& builder)
{
    const std::optional<QString> first = graph.linkedNode(latent);
    if (!first)
        return;
    for (const QString& id : QStringList(*first) + graph.upstreamOf(*first)) {
        const QJsonObject inputs = graph.inputsOf(id);
        if (inputs.contains("width"_L1) && inputs.contains("height"_L1))
            return builder.setSize(graph.scalar(inputs.value("width"_L1)),
                                   graph.scalar(inputs.value("height"_L1)));
        if (inputs.contains("empty_latent_width"_L1) && inputs.contains("empty_latent_height"_L1))
            return builder.setSize(graph.scalar(inputs.value("empty_latent_width"_L1)),
                                   graph.scalar(inputs.value("empty_latent_height"_L1)));
        const QString dimensions = inputs.value("dimensions"_L1).toString(); // "1024 x 1024 (square)"
        if (dimensions.contains(u'x'))
            return builder.setSizeText(u"dimensions"_s, dimensions.section(u'(', 0, 0));
    }
}

void readSettings(const ComfyGraph& graph, const SamplerInputs& sampler, SettingsBuilder& builder)
{
    builder.setSeed(u"seed"_s, sampler.scalar({"seed"_L1, "noise_seed"_L1}));
    builder.setNumber("steps"_L1, u"steps"_s, sampler.scalar({"steps"_L1}));
    builder.setNumber("cfg"_L1, u"cfg"_s, sampler.scalar({"cfg"_L1}));
    builder.setNumber("denoise"_L1, u"denoise"_s, sampler.scalar({"denoise"_L1}));
    builder.setText("sampler"_L1, sampler.scalar({"sampler_name"_L1}));
    builder.setText("scheduler"_L1, sampler.scalar({"scheduler"_L1}));
    addSize(graph, sampler.input({"latent_image"_L1, "latent"_L1, "samples"_L1}), builder);
}

std::optional<QString> positiveOf(const ComfyGraph& graph, const SamplerInputs& sampler)
{
    return graph.promptText(sampler.input({"positive"_L1, "conditioning"_L1, "text_embeds"_L1}),
                            u"positive"_s);
}

/// The prompts of the passes over one image, each text once: the base's, then those of the passes that work
/// on its result, nearest first. A pass with a prompt of its own put something into the image too.
std::optional<QString> promptOfPasses(const ComfyGraph& graph, const QString& base,
                                      const QStringList& samplers)
{
    struct Pass
    {
        qsizetype before; ///< samplers it depends on
        QString id;
    };
    std::vector<Pass> later;
    for (const QString& id : samplers) {
        QStringList upstream = graph.upstreamOf(id);
        upstream.removeIf([&graph](const QString& other) { return !isSampler(graph, other); });
        if (id != base && upstream.contains(base))
            later.push_back({upstream.size(), id});
    }
    std::stable_sort(later.begin(), later.end(),
                     [](const Pass& a, const Pass& b) { return a.before < b.before; });
    std::optional<QString> prompt = positiveOf(graph, SamplerInputs(graph, base));
    QStringList texts = prompt ? prompt->split(ComfyGraph::kBetweenTexts) : QStringList();
    for (const Pass& pass : later) {
        const std::optional<QString> own = positiveOf(graph, SamplerInputs(graph, pass.id));
        if (!own || own->trimmed().isEmpty() || texts.contains(*own) || prompt == own)
            continue;
        texts.append(*own);
        prompt = prompt && !prompt->trimmed().isEmpty() ? *prompt + ComfyGraph::kBetweenTexts + *own : *own;
    }
    return prompt;
}

void readFromSampler(const ComfyGraph& graph, const QString& id, const QStringList& samplers,
                     Reading& reading)
{
    const SamplerInputs sampler(graph, id);
    SettingsBuilder builder;
    reading.prompt = promptOfPasses(graph, id, samplers);
    reading.negative = graph.promptText(sampler.input({"negative"_L1, "text_embeds"_L1}), u"negative"_s);
    reading.model = followModel(graph, sampler.input({"model"_L1}), builder);
    readSettings(graph, sampler, builder);
    reading.settings = builder.build();
}

/// A graph without a sampler we know: its text nodes, told apart by title or class where these say
/// "negative".
void readFlat(const ComfyGraph& graph, Reading& reading)
{
    for (const QString& id : graph.ids()) {
        const QString name = graph.classOf(id);
        if (!name.contains("TextEncode"_L1) && !name.contains("PromptStash"_L1))
            continue;
        const QJsonArray link{id, 0};
        const bool isNegative = name.contains("neg"_L1, Qt::CaseInsensitive) ||
                                graph.titleOf(id).contains("neg"_L1, Qt::CaseInsensitive);
        std::optional<QString>& target = isNegative || reading.prompt ? reading.negative : reading.prompt;
        if (!target)
            target = graph.promptText(link, isNegative ? u"negative"_s : u"positive"_s);
    }
    reading.problems.append(
        u"ComfyUI: no sampler is known in the graph, texts taken in the order of the nodes"_s);
}

Reading readGraph(const ComfyGraph& graph)
{
    Reading reading;
    reading.generator = u"ComfyUI"_s;
    const QStringList samplers = reachedSamplers(graph);
    if (const std::optional<QString> base = baseSampler(graph, samplers))
        readFromSampler(graph, *base, samplers, reading);
    else
        readFlat(graph, reading);
    if (!reading.model)
        reading.model = onlyModel(graph);
    if (!reading.prompt)
        reading.problems.append(u"ComfyUI: the graph does not hold the prompt as text"_s);
    return reading;
}

} // namespace

std::optional<Reading> readComfyUi(const Container& container)
{
    bool hasWorkflow = false;
    for (const NamedText& text : container.texts) {
        hasWorkflow = hasWorkflow || isWorkflow(text);
        if (!mayHoldGraph(text))
            continue;
        if (const std::optional<ComfyGraph> graph = graphIn(text))
            return readGraph(*graph);
    }
    if (!hasWorkflow)
        return std::nullopt;
    Reading reading;
    reading.generator = u"ComfyUI"_s;
    reading.problems.append(u"ComfyUI: only the workflow is there, the prompt can't be recovered from it"_s);
    return reading;
}

} // namespace assay
