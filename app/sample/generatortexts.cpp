// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample/generatortexts.h"

#include "app/sample/clients.h"
#include "app/sample/json.h"

#include <QStringBuilder>

namespace assay::sample {

namespace {

/// The ten hexadecimal digits that the web UI shows for a checkpoint: here made from the model's name.
QString modelHash(const QString& model)
{
    quint64 hash = 0;
    for (const QChar c : model)
        hash = mixSeed(hash, c.unicode());
    return QString::number(hash, 16).rightJustified(10, u'0').right(10);
}

/// modules/processing.py, create_infotext
QString infotext(const Attempt& attempt, int side)
{
    const Generation& g = attempt.generation;
    const QString size = QString::number(side);
    return *g.prompt % u"\nNegative prompt: "_qs % *g.negativePrompt %
           u"\nSteps: 28, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 6.5, Seed: "_qs %
           QString::number(attempt.modelSeed) % u", Size: "_qs % size % u'x' % size % u", Model hash: "_qs %
           modelHash(*g.model) % u", Model: "_qs % *g.model % u", Version: v1.10.1"_qs;
}

// The API graph and the editor's graph of ComfyUI's default workflow, as json.dumps writes them.
const QString kGraph =
    uR"json({"3": {"inputs": {"seed": $SEED, "steps": 28, "cfg": 6.5, "sampler_name": "dpmpp_2m", "scheduler": "karras", "denoise": 1.0, "model": ["4", 0], "positive": ["6", 0], "negative": ["7", 0], "latent_image": ["5", 0]}, "class_type": "KSampler", "_meta": {"title": "KSampler"}}, "4": {"inputs": {"ckpt_name": $CHECKPOINT}, "class_type": "CheckpointLoaderSimple", "_meta": {"title": "Load Checkpoint"}}, "5": {"inputs": {"width": $SIDE, "height": $SIDE, "batch_size": 1}, "class_type": "EmptyLatentImage", "_meta": {"title": "Empty Latent Image"}}, "6": {"inputs": {"text": $PROMPT, "clip": ["4", 1]}, "class_type": "CLIPTextEncode", "_meta": {"title": "CLIP Text Encode (Prompt)"}}, "7": {"inputs": {"text": $NEGATIVE, "clip": ["4", 1]}, "class_type": "CLIPTextEncode", "_meta": {"title": "CLIP Text Encode (Prompt)"}}, "8": {"inputs": {"samples": ["3", 0], "vae": ["4", 2]}, "class_type": "VAEDecode", "_meta": {"title": "VAE Decode"}}, "9": {"inputs": {"filename_prefix": "ComfyUI", "images": ["8", 0]}, "class_type": "SaveImage", "_meta": {"title": "Save Image"}}})json"_qs;

const QString kWorkflow =
    uR"json({"last_node_id": 9, "last_link_id": 9, "nodes": [)json"
    uR"json({"id": 4, "type": "CheckpointLoaderSimple", "pos": [26, 474], "size": [315, 98], "flags": {}, "order": 0, "mode": 0, "inputs": [], "outputs": [{"name": "MODEL", "type": "MODEL", "links": [1], "slot_index": 0}, {"name": "CLIP", "type": "CLIP", "links": [3, 5], "slot_index": 1}, {"name": "VAE", "type": "VAE", "links": [8], "slot_index": 2}], "properties": {"Node name for S&R": "CheckpointLoaderSimple"}, "widgets_values": [$CHECKPOINT]}, )json"
    uR"json({"id": 5, "type": "EmptyLatentImage", "pos": [473, 609], "size": [315, 106], "flags": {}, "order": 1, "mode": 0, "inputs": [], "outputs": [{"name": "LATENT", "type": "LATENT", "links": [2], "slot_index": 0}], "properties": {"Node name for S&R": "EmptyLatentImage"}, "widgets_values": [$SIDE, $SIDE, 1]}, )json"
    uR"json({"id": 6, "type": "CLIPTextEncode", "pos": [415, 186], "size": [422, 164], "flags": {}, "order": 2, "mode": 0, "inputs": [{"name": "clip", "type": "CLIP", "link": 3}], "outputs": [{"name": "CONDITIONING", "type": "CONDITIONING", "links": [4], "slot_index": 0}], "properties": {"Node name for S&R": "CLIPTextEncode"}, "widgets_values": [$PROMPT]}, )json"
    uR"json({"id": 7, "type": "CLIPTextEncode", "pos": [413, 389], "size": [425, 180], "flags": {}, "order": 3, "mode": 0, "inputs": [{"name": "clip", "type": "CLIP", "link": 5}], "outputs": [{"name": "CONDITIONING", "type": "CONDITIONING", "links": [6], "slot_index": 0}], "properties": {"Node name for S&R": "CLIPTextEncode"}, "widgets_values": [$NEGATIVE]}, )json"
    uR"json({"id": 3, "type": "KSampler", "pos": [863, 186], "size": [315, 262], "flags": {}, "order": 4, "mode": 0, "inputs": [{"name": "model", "type": "MODEL", "link": 1}, {"name": "positive", "type": "CONDITIONING", "link": 4}, {"name": "negative", "type": "CONDITIONING", "link": 6}, {"name": "latent_image", "type": "LATENT", "link": 2}], "outputs": [{"name": "LATENT", "type": "LATENT", "links": [7], "slot_index": 0}], "properties": {"Node name for S&R": "KSampler"}, "widgets_values": [$SEED, "randomize", 28, 6.5, "dpmpp_2m", "karras", 1]}, )json"
    uR"json({"id": 8, "type": "VAEDecode", "pos": [1209, 188], "size": [210, 46], "flags": {}, "order": 5, "mode": 0, "inputs": [{"name": "samples", "type": "LATENT", "link": 7}, {"name": "vae", "type": "VAE", "link": 8}], "outputs": [{"name": "IMAGE", "type": "IMAGE", "links": [9], "slot_index": 0}], "properties": {"Node name for S&R": "VAEDecode"}, "widgets_values": []}, )json"
    uR"json({"id": 9, "type": "SaveImage", "pos": [1451, 189], "size": [210, 270], "flags": {}, "order": 6, "mode": 0, "inputs": [{"name": "images", "type": "IMAGE", "link": 9}], "outputs": [], "properties": {"Node name for S&R": "SaveImage"}, "widgets_values": ["ComfyUI"]}], )json"
    uR"json("links": [[1, 4, 0, 3, 0, "MODEL"], [2, 5, 0, 3, 3, "LATENT"], [3, 4, 1, 6, 0, "CLIP"], [4, 6, 0, 3, 1, "CONDITIONING"], [5, 4, 1, 7, 0, "CLIP"], [6, 7, 0, 3, 2, "CONDITIONING"], [7, 3, 0, 8, 0, "LATENT"], [8, 4, 2, 8, 1, "VAE"], [9, 8, 0, 9, 0, "IMAGE"]], "groups": [], "config": {}, "extra": {}, "version": 0.4})json"_qs;

QString graphWith(QString graph, const Attempt& attempt, int side)
{
    const Generation& g = attempt.generation;
    graph.replace(u"$SEED"_qs, QString::number(attempt.modelSeed));
    graph.replace(u"$SIDE"_qs, QString::number(side));
    graph.replace(u"$CHECKPOINT"_qs, jsonString(*g.model % u".safetensors"_qs, JsonText::AsciiOnly));
    graph.replace(u"$NEGATIVE"_qs, jsonString(*g.negativePrompt, JsonText::AsciiOnly));
    return graph.replace(u"$PROMPT"_qs, jsonString(*g.prompt, JsonText::AsciiOnly));
}

} // namespace

QList<NamedText> textsOf(const Attempt& attempt, int side)
{
    if (attempt.generation.client == sampleClients().first().name)
        return {{u"parameters"_qs, infotext(attempt, side)}};
    return {{u"prompt"_qs, graphWith(kGraph, attempt, side)},
            {u"workflow"_qs, graphWith(kWorkflow, attempt, side)}};
}

} // namespace assay::sample
