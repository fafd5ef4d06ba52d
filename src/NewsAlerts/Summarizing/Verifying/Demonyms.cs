namespace NewsAlerts.Summarizing.Verifying;

/// <summary>Places and their people: Israel and Israeli, Bulgaria and Bulgarian. By their endings, in English; Spain and Spanish stay apart.</summary>
internal static class Demonyms
{
    private static readonly string[] _endings = ["n", "i", "an", "ian", "ean", "ese", "ish", "is", "ans", "ians"];

    /// <summary>Whether one of two lower-cased names is the other's people.</summary>
    public static bool Match(ReadOnlySpan<char> name, ReadOnlySpan<char> other) => IsOf(name, other) || IsOf(other, name);

    private static bool IsOf(ReadOnlySpan<char> people, ReadOnlySpan<char> place)
    {
        if (place.Length < 4 || people.Length <= 4)
        {
            return false;
        }

        // Turk(ey)-ish, Bulgar(ia)-n: without one vowel at its end, or two.
        for (var length = place.Length; length >= 3 && length >= place.Length - 2; length--)
        {
            if (people.StartsWith(place[..length], StringComparison.Ordinal))
            {
                return people.Length > length && Array.IndexOf(_endings, people[length..].ToString()) >= 0;
            }

            if (place[length - 1] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y'))
            {
                return false;
            }
        }

        return false;
    }
}
