using System.Text;
using System.Text.Json;
using NewsAlerts.Local.Commands;
using NewsAlerts.Local.Condensing;
using NewsAlerts.Tests.Local.Given;

namespace NewsAlerts.Tests.Local.Commands;

public sealed class SummarizeCommandTests : IDisposable
{
    private const string Story =
        "The harbour of Kestrel Bay closed on Monday after a storm tore down its crane. The ferry to the islands will not sail before Thursday, the port authority said. "
        + "About 400 islanders depend on it for food and medicine. Helicopters will bring both from Tuesday on.";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("newsalerts-");

    [Fact]
    public async Task A_file_becomes_a_headline_and_key_points_with_the_sentence_that_each_rests_on()
    {
        using var given = new GivenCommandLine();

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("summarize", File("storm.md", "# Storm closes harbour of Kestrel Bay\n\n" + Story), "--points", "2"));
        Assert.StartsWith("Storm closes harbour of Kestrel Bay\n", given.Out, StringComparison.Ordinal);
        Assert.Equal(2, given.Out.Split('•').Length - 1);
        Assert.Contains("• The harbour of Kestrel Bay closed on Monday after a storm tore down its crane. [1]", given.Out, StringComparison.Ordinal);
        Assert.Contains("storm.md · en · embedded", given.Out, StringComparison.Ordinal);
        Assert.Empty(given.Error);
    }

    [Fact]
    public async Task Every_entry_of_a_feed_is_an_output()
    {
        using var given = new GivenCommandLine();
        var feed = Path.Combine(AppContext.BaseDirectory, "Samples", "field-and-lab.atom");

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("summarize", feed, "--output-format", "json"));
        var all = JsonDocument.Parse(given.Out).RootElement.EnumerateArray().ToList();
        Assert.True(all.Count > 1);
        Assert.Equal(Enumerable.Range(1, all.Count), all.Select(one => one.GetProperty("entry").GetInt32()));
        Assert.All(all, one => Assert.Equal("field-and-lab.atom", one.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Json_lines_keep_their_order_and_their_evidence_is_in_their_text()
    {
        using var given = new GivenCommandLine { Input = Lines(Enumerable.Range(1, 40).Select(number => Line($"a-{number}", Story))) };

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("summarize", "--input-format", "jsonl", "--output-format", "jsonl"));
        var all = Objects(given.Out);
        Assert.Equal(Enumerable.Range(1, 40).Select(number => $"a-{number}"), all.Select(one => one.GetProperty("id").GetString()));
        Assert.All(all, one =>
        {
            Assert.Equal(["id", "headline", "keyPoints", "engine", "language", "notes"], one.EnumerateObject().Select(property => property.Name));
            Assert.Equal(3, one.GetProperty("keyPoints").GetArrayLength());
            Assert.All(one.GetProperty("keyPoints").EnumerateArray().Select(point => point.GetProperty("evidence")), evidence =>
            {
                var (start, length) = (evidence.GetProperty("start").GetInt32(), evidence.GetProperty("length").GetInt32());
                Assert.Equal(Story.Substring(start, length), evidence.GetProperty("quote").GetString());
                Assert.InRange(evidence.GetProperty("sentence").GetInt32(), 0, 3);
            });
        });
    }

    [Fact]
    public async Task A_bad_line_is_reported_with_its_number_and_skipped()
    {
        using var given = new GivenCommandLine
        {
            Input = Lines([Line("1", Story), "{ \"id\": 2, \"text\": ", "", "[]", "{\"id\":\"5\"}", "{\"id\":\"6\",\"text\":\"Too short\"}", Line("7", Story)]),
        };

        Assert.Equal(ExitCodes.Failed, await given.RunAsync("summarize", "-", "--input-format", "jsonl", "--output-format", "jsonl"));
        Assert.Equal(["1", "7"], Objects(given.Out).Select(one => one.GetProperty("id").GetString()));
        var complaints = given.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, complaints.Length);
        Assert.Equal("✗ Line 2: It is not usable at $.text (byte 19).", complaints[0]);
        Assert.Equal("✗ Line 4: It is not a JSON object with \"text\" (byte 2).", complaints[1]);
        Assert.Equal("✗ Line 5: It has no \"text\".", complaints[2]);
        Assert.StartsWith("✗ Line 6: The text has fewer than 5 words", complaints[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_file_is_reported_with_its_name_and_the_others_are_summarised()
    {
        using var given = new GivenCommandLine();

        Assert.Equal(ExitCodes.Failed, await given.RunAsync("summarize", File("empty.txt", " "), File("good.txt", Story), "--output-format", "json"));
        Assert.Equal("good.txt", Assert.Single(JsonDocument.Parse(given.Out).RootElement.EnumerateArray()).GetProperty("name").GetString());
        Assert.Contains("✗ empty.txt: The original holds nothing but white space.", given.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_lines_need_no_more_memory_than_a_few()
    {
        using var output = new CountingWriter();
        var input = new GeneratedLines(10_000, Line("x", Story), () => output.Lines);
        using var given = new GivenCommandLine { Input = input, Raw = output };

        Assert.Equal(ExitCodes.Ok, await given.RunAsync("summarize", "--input-format", "jsonl", "--output-format", "jsonl", "--points", "1"));
        Assert.Equal(10_000, output.Lines);

        // Lines between input and output: those in work, and what one buffer of the pipe holds.
        Assert.InRange(input.MostUnanswered, 1, OrderedWork.Usual + 64);
    }

    [Fact]
    public async Task Without_a_model_the_engine_openai_says_so_and_auto_is_the_embedded_one()
    {
        using var given = new GivenCommandLine();
        var file = File("story.txt", Story);

        Assert.Equal(ExitCodes.Failed, await given.RunAsync("summarize", file, "--engine", "openai"));
        Assert.Contains("No model is configured", given.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Ok, await given.RunAsync("summarize", file, "--engine", "auto"));
        Assert.Contains("· embedded", given.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said_before_anything_is_done()
    {
        using var given = new GivenCommandLine();

        Assert.Equal(ExitCodes.Failed, await given.RunAsync("summarize", File("story.txt", Story), "missing.txt"));
        Assert.Contains("There is no file 'missing.txt'.", given.Error, StringComparison.Ordinal);
        Assert.Empty(given.Out);
    }

    [Fact]
    public async Task A_folder_is_told_from_a_file_that_is_not_there()
    {
        using var given = new GivenCommandLine();

        Assert.Equal(ExitCodes.Failed, await given.RunAsync("summarize", _folder.FullName + "/"));
        Assert.Equal($"✗ '{_folder.FullName}/' is a folder: name its files, such as {_folder.FullName}/*.", given.Error.Trim());
    }

    [Fact]
    public async Task A_pipe_that_nothing_comes_out_of_is_said_to_be_empty()
    {
        using var given = new GivenCommandLine();

        Assert.Equal(ExitCodes.Failed, await given.RunAsync("summarize"));
        Assert.Equal("✗ Standard input is empty. Give files, or pipe an article in.", given.Error.Trim());
        Assert.Empty(given.Out);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Line(string id, string text) => JsonSerializer.Serialize(new { id, text, language = "en" });

    private static MemoryStream Lines(IEnumerable<string> lines) => new(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private static List<JsonElement> Objects(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private string File(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    private sealed class CountingWriter : StringWriter
    {
        private int _lines;

        public int Lines => Volatile.Read(ref _lines);

        public override void WriteLine(string? value) => Interlocked.Increment(ref _lines);
    }

    /// <summary>The same line again and again, noting how far the answers lag behind.</summary>
    private sealed class GeneratedLines(int count, string line, Func<int> answered) : MemoryStream
    {
        private readonly byte[] _line = Encoding.UTF8.GetBytes(line + "\n");
        private int _given;

        public int MostUnanswered { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            MostUnanswered = Math.Max(MostUnanswered, _given - answered());
            if (_given == count)
            {
                return ValueTask.FromResult(0);
            }

            Assert.True(buffer.Length >= _line.Length);
            _given++;
            _line.CopyTo(buffer);
            return ValueTask.FromResult(_line.Length);
        }
    }
}
