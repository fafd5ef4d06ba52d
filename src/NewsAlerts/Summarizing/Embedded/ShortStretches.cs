namespace NewsAlerts.Summarizing.Embedded;

/// <summary>
/// Where the terms are kept of stretches of up to eight ASCII characters, which most words are: packed into a number, a stretch is found without leaving
/// the table for its characters.
/// </summary>
internal sealed class ShortStretches
{
    private const int Longest = sizeof(ulong);
    private const int FirstSize = 1024;

    // Odd and unknown outside: nobody can write a text whose words all fall into one place.
    private readonly ulong _multiplier = (ulong)Random.Shared.NextInt64() | 1;
    private Slot[] _slots = new Slot[FirstSize];

    public int Count { get; private set; }

    /// <summary>Whether a stretch is short enough.</summary>
    public static bool Fits(int length) => length is > 0 and <= Longest;

    /// <summary>The packed stretch with another ASCII character behind it.</summary>
    public static ulong Pack(ulong packed, char c) => (packed << 8) | c;

    /// <summary>The stretch as a number other than 0; 0 for one that is empty, longer, or not ASCII.</summary>
    public static ulong Pack(ReadOnlySpan<char> stretch)
    {
        if (stretch.Length > Longest)
        {
            return 0;
        }

        var packed = 0ul;
        foreach (var c in stretch)
        {
            if (c is '\0' or > '\u007F')
            {
                return 0;
            }

            packed = Pack(packed, c);
        }

        return packed;
    }

    public bool TryFind(ulong packed, out KeptTerms terms)
    {
        ref var slot = ref _slots[PlaceOf(packed)];
        terms = slot.Terms;
        return slot.Packed == packed;
    }

    public void Add(ulong packed, KeptTerms terms)
    {
        // At most half full, a place is found at the first or second look.
        if (++Count * 2 > _slots.Length)
        {
            Grow();
        }

        _slots[PlaceOf(packed)] = new Slot(packed, terms);
    }

    public void Clear()
    {
        _slots = new Slot[FirstSize];
        Count = 0;
    }

    /// <summary>Where the stretch is, or would be.</summary>
    private int PlaceOf(ulong packed)
    {
        var slots = _slots;
        var mask = slots.Length - 1;
        var place = (int)((packed * _multiplier) >> 32) & mask;
        while (slots[place].Packed != 0 && slots[place].Packed != packed)
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private void Grow()
    {
        var slots = _slots;
        _slots = new Slot[slots.Length * 2];
        foreach (var slot in slots)
        {
            if (slot.Packed != 0)
            {
                _slots[PlaceOf(slot.Packed)] = slot;
            }
        }
    }

    private readonly record struct Slot(ulong Packed, KeptTerms Terms);
}

/// <summary>Which of the kept terms a stretch has.</summary>
internal readonly record struct KeptTerms(int Start, int Count);
