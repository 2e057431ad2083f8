"""The few files by which Hugo and Starlight build the atlas's pages: a small theme with the structure of a page, and settings."""

HUGO = {
    "hugo.toml": """baseURL = "https://atlas.example/"
title = "Atlas"
defaultContentLanguage = "ja"
disableKinds = ["taxonomy", "term", "RSS"]
enableRobotsTXT = true
[languages.ja]
contentDir = "content/ja"
languageName = "日本語"
[languages.en]
contentDir = "content/en"
languageName = "English"
[markup.goldmark.renderer]
unsafe = true
""",
    "layouts/_default/baseof.html": """<!doctype html>
<html lang="{{ .Lang }}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ site.Title }}</title>
{{ with .Description }}<meta name="description" content="{{ . }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Lang }}" href="{{ .Permalink }}">
{{ end }}<link rel="stylesheet" href="{{ "style.css" | relURL }}">
</head>
<body>
<header><a href="{{ "/" | relLangURL }}">{{ site.Title }}</a>
<nav>{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
{{ range .Translations }}<a lang="{{ .Lang }}" href="{{ .RelPermalink }}">{{ .Language.LanguageName }}</a>{{ end }}</header>
<aside>{{ .TableOfContents }}</aside>
<main>{{ block "main" . }}<article>{{ .Content }}</article>{{ end }}</main>
<footer><a href="{{ "about/" | relLangURL }}">{{ site.Title }}</a> {{ .Params.record }}</footer>
</body>
</html>
""",
    "layouts/_default/single.html": '{{ define "main" }}<article>{{ .Content }}</article>{{ end }}\n',
    "layouts/_default/list.html": '{{ define "main" }}<article>{{ .Content }}</article>{{ end }}\n',
    "layouts/404.html": '{{ define "main" }}<h1>404</h1>{{ end }}\n',
    "layouts/_default/_markup/render-link.html": """{{ $to := .Destination -}}
{{ if strings.HasSuffix $to ".md" }}{{ with .Page.GetPage $to }}{{ $to = .RelPermalink }}{{ end }}{{ end -}}
<a href="{{ $to | safeURL }}">{{ .Text | safeHTML }}</a>""",
    "static/style.css": "body { max-width: 60rem; margin: auto; font-family: sans-serif }\n",
}

STARLIGHT = {
    "astro.config.mjs": """import { defineConfig } from "astro/config";
import starlight from "@astrojs/starlight";
export default defineConfig({
  site: "https://atlas.example/",
  outDir: "./site",
  cacheDir: "./cache",
  integrations: [starlight({
    title: "Atlas",
    defaultLocale: "root",
    locales: { root: { label: "日本語", lang: "ja" }, en: { label: "English", lang: "en" } },
    sidebar: ["people", "companies", "stages", "about"],
  })],
});
""",
    "src/content.config.ts": """import { defineCollection } from "astro:content";
import { docsLoader } from "@astrojs/starlight/loaders";
import { docsSchema } from "@astrojs/starlight/schema";
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
""",
}
